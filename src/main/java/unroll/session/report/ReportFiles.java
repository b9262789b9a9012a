package unroll.session.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import unroll.files.AtomicFile;

/**
 * Writes a report as a page, and the row that stands for it beside the page. Each is written whole or not at all.
 *
 * @param page with the ending {@code .html} or any other
 * @param row the same name with the ending {@code .csv}
 */
public record ReportFiles(Path page, Path row) {
    /** The two files of a report whose page is to be here. */
    public static ReportFiles at(Path page) {
        String name = String.valueOf(page.getFileName());
        int dot = name.lastIndexOf('.');
        return new ReportFiles(page, page.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".csv"));
    }

    /**
     * Writes both. A row of an earlier report is replaced; any other file with its name is left alone, for the user was asked
     * about the page only.
     *
     * @throws IOException with a sentence: a name that is taken, a folder that is missing, a full disk
     */
    public void write(LabReport report) throws IOException {
        requireReplaceable();
        byte[] html = ReportPage.of(report).getBytes(StandardCharsets.UTF_8);
        byte[] csv = RunRow.of(report).toCsv().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(row, out -> out.write(csv));
        AtomicFile.write(page, out -> out.write(html));
    }

    private void requireReplaceable() throws IOException {
        if (row.equals(page)) {
            throw new IOException(
                    "%s is the name of a table; give the report a name that ends in .html.".formatted(page));
        }
        if (Files.exists(row) && !holdsOneRow()) {
            throw new IOException(
                    "%s exists already and is not the row of one run; give the report another name.".formatted(row));
        }
    }

    private boolean holdsOneRow() {
        try {
            return RunTable.read(row).size() == 1;
        } catch (RunTableException e) {
            return false;
        }
    }
}
