package unroll.session.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    @TempDir
    private Path folder;

    @Test
    void writesThePageAndItsRowAgainAndAgain() throws IOException {
        ReportFiles files = ReportFiles.at(folder.resolve("ada.v2.html"));
        files.write(Reports.named("Ada"));
        files.write(Reports.named("Ada L."));

        assertThat(Files.readString(files.page())).startsWith("<!DOCTYPE html>").contains("Lab report: Ada L.");
        assertThat(files.row()).isEqualTo(folder.resolve("ada.v2.csv"));
        assertThat(RunTable.read(files.row())).containsExactly(RunRow.of(Reports.named("Ada L.")));
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactlyInAnyOrder(files.page(), files.row());
        }
    }

    @Test
    void leavesOtherTablesAlone() throws IOException {
        ReportFiles files = ReportFiles.at(folder.resolve("loss.html"));
        Files.writeString(files.row(), "step,train_loss\n1,2\n");
        refused(files);
        String room = RunRow.of(Reports.named("Ada")).toCsv().repeat(2);
        Files.writeString(files.row(), room);
        refused(files);

        assertThat(Files.readString(files.row())).isEqualTo(room);
        assertThat(files.page()).doesNotExist();
    }

    private static void refused(ReportFiles files) {
        assertThatThrownBy(() -> files.write(Reports.named("Ben")))
                .hasMessageEndingWith("is not the row of one run; choose another file for the report.");
    }

    @Test
    void refusesATableAsAPageAndAMissingFolder() {
        assertThatThrownBy(() -> ReportFiles.at(folder.resolve("room.csv")).write(Reports.named("Ada")))
                .hasMessageContaining("give the report a name that ends in .html");
        assertThatThrownBy(() -> ReportFiles.at(folder.resolve("gone/r.html")).write(Reports.named("Ada")))
                .hasMessageContaining("does not exist");
    }
}
