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
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/**
 * Reads rows of runs, from one file or from many put together: a header may stand again before any row and says again which
 * column is which. Columns of other programs are passed over, missing ones are empty. Trusts nothing it reads.
 */
public final class RunTable {
    /** Ten thousand runs with long names. */
    private static final int MAX_BYTES = 8 << 20;

    private static final int MAX_RUNS = 10_000;

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
     * @throws ProblemException that names the file, the line and what is wrong there
     */
    public static List<RunRow> read(Path file) {
        InputFile.require(file, "a CSV file");
        try {
            return parse(decoded(file));
        } catch (CharacterCodingException e) {
            throw Reason.TABLE_NOT_UTF8.exception(file.getFileName());
        } catch (ProblemException e) {
            throw Reason.BAD_ENTRY.exception(file.getFileName(), e.problem());
        } catch (IOException e) {
            throw new ProblemException(Reason.UNREADABLE_FILE.with(file, Problem.reason(e)), e);
        }
    }

    private static String decoded(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw Reason.TABLE_TOO_LARGE.exception(MAX_BYTES >> 20);
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /**
     * The runs in a table.
     *
     * @throws ProblemException that names the line and what is wrong there
     */
    static List<RunRow> parse(String csv) {
        RunTable table = new RunTable();
        for (Csv.Row row : Csv.read(csv)) {
            if (row.fields().containsAll(HEADER)) {
                table.header(row);
            } else {
                table.run(row);
            }
        }
        if (table.runs.isEmpty()) {
            throw Reason.NO_RUNS.exception();
        }
        return List.copyOf(table.runs);
    }

    private void header(Csv.Row row) {
        columns = row.fields().stream().map(ReportColumn::keyed).toList();
        List<ReportColumn> known = columns.stream().flatMap(Optional::stream).toList();
        for (ReportColumn column : known) {
            if (known.indexOf(column) != known.lastIndexOf(column)) {
                throw Reason.BAD_LINE.exception(row.line(), "names the column %s twice".formatted(column.key()));
            }
        }
    }

    private void run(Csv.Row row) {
        if (columns.isEmpty()) {
            throw Reason.BAD_LINE.exception(
                    row.line(),
                    row.fields().size() == 1 && row.fields().get(0).contains(";")
                            ? "has semicolons between its fields; save the table with commas"
                            : "is not the header that Export Lab Report writes: among its columns must be "
                                    + HEADER.stream().sorted().collect(Collectors.joining(", ")));
        }
        if (row.fields().size() != columns.size()) {
            throw Reason.BAD_LINE.exception(
                    row.line(),
                    String.format(
                            Locale.ROOT,
                            "has %d fields, but the header before it %d",
                            row.fields().size(),
                            columns.size()));
        }
        if (runs.size() == MAX_RUNS) {
            throw Reason.BAD_LINE.exception(
                    row.line(),
                    String.format(Locale.ROOT, "is one more than the %,d runs that a table may have", MAX_RUNS));
        }
        runs.add(new RunRow(fields(row)));
    }

    private Map<ReportColumn, String> fields(Csv.Row row) {
        Map<ReportColumn, String> fields = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ReportColumn column = columns.get(i).orElse(null);
            if (column != null) {
                fields.put(column, field(column, row.line(), row.fields().get(i)));
            }
        }
        return fields;
    }

    private static String field(ReportColumn column, int line, String field) {
        if (column.kind() == ReportColumn.ColumnKind.TEXT) {
            return Csv.active(field);
        }
        String number = field.strip();
        if (!number.isEmpty() && !isNumber(number)) {
            throw Reason.BAD_LINE.exception(
                    line,
                    "has “%s” in the column %s, where a number such as 1.5 should be, or nothing"
                            .formatted(Wording.cut(number), column.key()));
        }
        return number;
    }

    /** Finite, too. */
    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }
}
