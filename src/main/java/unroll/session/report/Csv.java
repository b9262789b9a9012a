package unroll.session.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import unroll.message.ProblemException;
import unroll.message.Reason;

/**
 * Comma-separated values as RFC 4180 has them, lines end with CR LF. Reading also takes LF alone, and a byte order mark before any
 * line, as is left where files were put together.
 */
public final class Csv {
    private static final CsvFactory FACTORY = new CsvFactory();
    private static final Pattern BYTE_ORDER_MARK = Pattern.compile("(?m)^\ufeff");

    /** With these a spreadsheet takes a text for a formula; the apostrophe, so that what is put before them can be told. */
    private static final String ACTIVE = "=+-@\t\r'";

    private Csv() {}

    /**
     * A line of a table.
     *
     * @param line where it begins, from 1
     */
    public record Row(int line, List<String> fields) {}

    /** A line of a table, with its end. */
    public static String line(List<String> fields) {
        StringWriter line = new StringWriter();
        try (CsvGenerator csv = FACTORY.createGenerator(line)) {
            csv.setSchema(CsvSchema.emptySchema().withLineSeparator("\r\n"));
            csv.writeStartArray();
            for (String field : fields) {
                // Strictly what needs it is put in quotes; line ends are not found by the strict check.
                csv.configure(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING, !hasLineEnd(field));
                csv.writeString(field);
            }
            csv.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    private static boolean hasLineEnd(String field) {
        return field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0;
    }

    /** A text that no spreadsheet takes for a formula: an apostrophe goes before what could be one. */
    public static String inert(String text) {
        return !text.isEmpty() && ACTIVE.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The text that {@link #inert} was given. */
    static String active(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && ACTIVE.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /**
     * The rows of a table, without empty lines.
     *
     * @throws ProblemException with the line, where a quote is not closed or something follows one
     */
    public static List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        int line = 1;
        try (CsvParser csv = FACTORY.createParser(BYTE_ORDER_MARK.matcher(text).replaceAll(""))) {
            while (csv.nextToken() != null) {
                List<String> fields = new ArrayList<>();
                while (csv.nextToken() != JsonToken.END_ARRAY) {
                    fields.add(csv.getText());
                }
                if (fields.size() > 1 || fields.size() == 1 && !fields.get(0).isBlank()) {
                    rows.add(new Row(line, fields));
                }
                line = csv.currentLocation().getLineNr();
            }
        } catch (JsonProcessingException quote) {
            throw Reason.BAD_LINE.exception(
                    line,
                    "has a quoted field that never ends, or something after its closing quote; a quote inside a field must be doubled");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }
}
