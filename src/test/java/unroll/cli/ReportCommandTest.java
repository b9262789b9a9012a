package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;
import unroll.session.report.RunTable;

/** Reports of saved models. */
class ReportCommandTest {
    @TempDir
    private static Path folder;

    private static Path model;

    @BeforeAll
    static void train() throws IOException {
        model = folder.resolve("model.safetensors");
        Cli.trainTiny(Cli.text(folder), "--split", "0.8,0.1,0.1", "--steps", 30, "--seed", 9, "--out", model)
                .done();
    }

    @Test
    void writesThePageAndItsRow() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "It learned <the> spaces first.");
        Path page = folder.resolve("ada.html");

        JsonNode written = Cli.run("report", "--checkpoint", model, "--out", page, "--name", "Ada", "--notes", notes)
                .json();

        assertThat(written.path("row").asText())
                .isEqualTo(folder.resolve("ada.csv").toString());
        assertThat(Files.readString(page))
                .contains(
                        "Lab report: Ada",
                        "It learned &lt;the&gt; spaces first.",
                        "<svg",
                        "text.txt",
                        "class=\"line blue\"");
        List<RunRow> rows = RunTable.read(folder.resolve("ada.csv"));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).text(ReportColumn.CELL)).isEqualTo("gru");
        assertThat(rows.get(0).text(ReportColumn.SPLIT)).isEqualTo("0.8,0.1,0.1");
        assertThat(rows.get(0).number(ReportColumn.STEPS)).isEqualTo(30);
        assertThat(rows.get(0).number(ReportColumn.SEED)).isEqualTo(9);
        assertThat(rows.get(0).number(ReportColumn.VALIDATION_LOSS)).isBetween(0.5, 5.0);
        assertThat(rows.get(0).number(ReportColumn.ACCURACY)).isNaN();
    }

    @Test
    void refusesWhatCannotBe() {
        Path page = folder.resolve("r.html");
        Cli.run("report", "--checkpoint", folder.resolve("gone"), "--out", page).refused(1, "gone");
        Cli.run("report", "--checkpoint", model, "--out", folder.resolve("no/r.html"))
                .refused(2, "does not exist");
        Cli.run("report", "--checkpoint", model, "--out", page, "--notes", folder.resolve("none.txt"))
                .refused(1, "There is no file");
        Cli.run("report", "--checkpoint", model, "--out", page, "--name", "x".repeat(201))
                .refused(2, "shorten it to at most 200");
        assertThat(page).doesNotExist();
    }
}
