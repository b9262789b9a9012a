package unroll.session.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values as RFC 4180 has them: lines end with CR LF, a field with a comma, a quote or a line end stands in
 * quotes, a quote in it is doubled. Reading also takes LF alone, and a byte order mark before any line, as is left where
 * files were put together.
 */
final class Csv {
    /** What stands after the last character; the same in the text is no line end. */
    private static final char END = '\0';

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** With these a spreadsheet takes a text for a formula; the apostrophe, so that what is put before them can be told. */
    private static final String ACTIVE = "=+-@\t\r'";

    private final String text;
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text;
    }

    /**
     * A line of a table.
     *
     * @param line where it begins, from 1
     */
    record Row(int line, List<String> fields) {}

    static String line(List<String> fields) {
        return fields.stream().map(Csv::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /** A text that no spreadsheet takes for a formula: an apostrophe goes before what could be one. */
    static String inert(String text) {
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
     * @throws RunTableException with the line, where a quote is not closed or something follows one
     */
    static List<Row> read(String text) throws RunTableException {
        Csv csv = new Csv(text);
        List<Row> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            Row row = csv.row();
            if (row.fields().size() > 1 || !row.fields().get(0).isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() throws RunTableException {
        if (here() == BYTE_ORDER_MARK) {
            at++;
        }
        int begin = line;
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (here() == ',') {
            at++;
            fields.add(field());
        }
        if (here() == '\r') {
            at++;
        }
        if (here() == '\n') {
            at++;
        }
        line++;
        return new Row(begin, fields);
    }

    private String field() throws RunTableException {
        return here() == '"' ? quotedField() : plainField();
    }

    private String plainField() {
        int begin = at;
        while (!atEndOfField()) {
            at++;
        }
        return text.substring(begin, at);
    }

    private String quotedField() throws RunTableException {
        int begin = line;
        StringBuilder field = new StringBuilder();
        at++;
        while (true) {
            char c = here();
            if (at >= text.length()) {
                throw new RunTableException(begin, "begins a quoted field that never ends");
            }
            at++;
            if (c == '"' && here() != '"') {
                break;
            }
            at += c == '"' ? 1 : 0;
            line += c == '\n' ? 1 : 0;
            field.append(c);
        }
        if (!atEndOfField()) {
            throw new RunTableException(line, "goes on after a closing quote; a quote inside a field must be doubled");
        }
        return field.toString();
    }

    private boolean atEndOfField() {
        char c = here();
        return at >= text.length() || c == ',' || c == '\n' || c == '\r';
    }

    private char here() {
        return at < text.length() ? text.charAt(at) : END;
    }
}
