package unroll.session.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import unroll.files.InputFile;

/**
 * Reads rows of runs, from one file or from many put together: a header may stand again before any row and says anew which
 * column is which. Columns of other programs are passed over, missing ones are empty. Trusts nothing it reads.
 */
public final class RunTable {
    /** Ten thousand runs with long names. */
    private static final int MAX_BYTES = 8 << 20;

    private static final int MAX_RUNS = 10_000;
    private static final int MAX_SHOWN = 40;

    /** A row with these names is a header. */
    private static final Set<String> HEADER =
            Set.of(ReportColumn.CELL.key(), ReportColumn.HIDDEN.key(), ReportColumn.VALIDATION_LOSS.key());

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{0,30})?([eE][+-]?\\d{1,3})?");

    private final List<RunRow> runs = new ArrayList<>();
    private List<Optional<ReportColumn>> columns = List.of();

    private RunTable() {}

    /**
     * The runs in a file.
     *
     * @throws RunTableException with a sentence that names the file, the line and what is wrong there
     */
    public static List<RunRow> read(Path file) throws RunTableException {
        String problem = InputFile.problem(file, "a CSV file");
        if (problem != null) {
            throw new RunTableException(problem);
        }
        try {
            return parse(decoded(file));
        } catch (CharacterCodingException e) {
            throw new RunTableException(
                    "%s is not UTF-8 text; save the table as CSV in UTF-8.".formatted(file.getFileName()));
        } catch (RunTableException e) {
            throw new RunTableException("%s: %s".formatted(file.getFileName(), e.getMessage()));
        } catch (IOException e) {
            throw new RunTableException(
                    "%s cannot be read (%s).".formatted(file, e.getClass().getSimpleName()));
        }
    }

    private static String decoded(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new RunTableException(String.format(
                    Locale.ROOT,
                    "This file is larger than %d MB, which no table of runs is; choose another.",
                    MAX_BYTES >> 20));
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /**
     * The runs in a table.
     *
     * @throws RunTableException with a sentence that names the line and what is wrong there
     */
    static List<RunRow> parse(String csv) throws RunTableException {
        RunTable table = new RunTable();
        for (Csv.Row row : Csv.read(csv)) {
            if (row.fields().containsAll(HEADER)) {
                table.header(row);
            } else {
                table.run(row);
            }
        }
        if (table.runs.isEmpty()) {
            throw new RunTableException("There is no run in it; choose a CSV file that Export Lab Report wrote.");
        }
        return List.copyOf(table.runs);
    }

    private void header(Csv.Row row) throws RunTableException {
        columns = row.fields().stream().map(ReportColumn::keyed).toList();
        List<ReportColumn> known = columns.stream().flatMap(Optional::stream).toList();
        for (ReportColumn column : known) {
            if (known.indexOf(column) != known.lastIndexOf(column)) {
                throw new RunTableException(row.line(), "names the column %s twice".formatted(column.key()));
            }
        }
    }

    private void run(Csv.Row row) throws RunTableException {
        if (columns.isEmpty()) {
            throw new RunTableException(
                    row.line(),
                    row.fields().size() == 1 && row.fields().get(0).contains(";")
                            ? "has semicolons between its fields; save the table with commas"
                            : "is not the header that Export Lab Report writes: among its columns must be "
                                    + HEADER.stream().sorted().collect(Collectors.joining(", ")));
        }
        if (row.fields().size() != columns.size()) {
            throw new RunTableException(
                    row.line(),
                    String.format(
                            Locale.ROOT,
                            "has %d fields, but the header before it %d",
                            row.fields().size(),
                            columns.size()));
        }
        if (runs.size() == MAX_RUNS) {
            throw new RunTableException(
                    row.line(),
                    String.format(Locale.ROOT, "is one more than the %,d runs that a table may have", MAX_RUNS));
        }
        runs.add(new RunRow(fields(row)));
    }

    private Map<ReportColumn, String> fields(Csv.Row row) throws RunTableException {
        Map<ReportColumn, String> fields = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ReportColumn column = columns.get(i).orElse(null);
            if (column != null) {
                fields.put(column, field(column, row.line(), row.fields().get(i)));
            }
        }
        return fields;
    }

    private static String field(ReportColumn column, int line, String field) throws RunTableException {
        if (column.kind() == ReportColumn.Kind.TEXT) {
            return Csv.active(field);
        }
        String number = field.strip();
        if (!number.isEmpty() && !isNumber(number)) {
            throw new RunTableException(
                    line,
                    "has “%s” in the column %s, where a number such as 1.5 should be, or nothing"
                            .formatted(shortened(number), column.key()));
        }
        return number;
    }

    /** Finite, too. */
    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
