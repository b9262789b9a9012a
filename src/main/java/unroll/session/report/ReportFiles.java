package unroll.session.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import unroll.files.AtomicFile;
import unroll.files.OutputFile;
import unroll.message.ProblemException;
import unroll.message.Reason;

/**
 * Writes a report as a page, and the row that stands for it beside the page. Each is written whole or not at all.
 *
 * @param page with the ending {@code .html} or any other
 * @param row the same name with the ending {@code .csv}
 */
public record ReportFiles(Path page, Path row) {
    private static final OutputFile.Replaceable PAGE = new OutputFile.Replaceable("an HTML page", ReportFiles::isPage);
    private static final OutputFile.Replaceable ROW =
            new OutputFile.Replaceable("the row of one run", ReportFiles::isOneRow);

    /** The two files of a report whose page is to be here. */
    public static ReportFiles at(Path page) {
        String name = String.valueOf(page.getFileName());
        int dot = name.lastIndexOf('.');
        return new ReportFiles(page, page.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".csv"));
    }

    /**
     * Refuses a report that cannot be written, or would replace what it should not, before it is made.
     *
     * @param option that names the page, for sentences
     * @param inputs files that are read, see {@link OutputFile#check}
     * @return this
     * @throws ProblemException with a sentence
     */
    public ReportFiles check(String option, Map<String, Path> inputs) {
        requireTwoNames();
        OutputFile.check(inputs, List.of(new OutputFile(option, page, PAGE), new OutputFile(option, row, ROW)));
        return this;
    }

    /**
     * Writes both. A row of an earlier report is replaced; any other file with its name is left alone, for the user was asked
     * about the page only.
     *
     * @throws ProblemException with a sentence: a name that is taken, a folder that is missing, a full disk
     */
    public void write(LabReport report) {
        requireTwoNames();
        OutputFile.check(Map.of(), List.of(new OutputFile("the report", row, ROW)));
        byte[] html = ReportPage.of(report).getBytes(StandardCharsets.UTF_8);
        byte[] csv = RunRow.of(report).toCsv().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(row, out -> out.write(csv));
        AtomicFile.write(page, out -> out.write(html));
    }

    private void requireTwoNames() {
        if (row.toString().equalsIgnoreCase(page.toString())) {
            throw Reason.TABLE_NAME.exception(page);
        }
    }

    private static boolean isPage(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(MarkupWriter.DOCTYPE.length()), StandardCharsets.UTF_8);
            return start.equalsIgnoreCase(MarkupWriter.DOCTYPE);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOneRow(Path file) {
        try {
            return RunTable.read(file).size() == 1;
        } catch (ProblemException e) {
            return false;
        }
    }
}
