package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.checkpoint.SafetensorsFile;

/** Names typed into the dialogs that save: the ending is added, and no file is replaced that nobody was asked about. */
@ExtendWith(ApplicationExtension.class)
class SaveAsTest {
    private static final String OLD = "old";

    private TestWindow window;

    @Start
    void start(Stage stage) throws IOException {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Path file(String name) {
        return window.folder().resolve(name);
    }

    /** Types a name, and answers both ways where it means a file that exists. */
    private void replacesOnlyWhatItAskedAbout(FxRobot robot, Runnable command, String typed, String written)
            throws IOException {
        Path file = Files.writeString(file(written), OLD);
        window.answerSaveDialogs(file(typed));

        robot.interact(command);
        assertThat(robot.lookup("Replace %s?".formatted(written)).tryQuery())
                .as(written)
                .isPresent();
        window.press(robot, "#keep-file");
        assertThat(file).hasContent(OLD);

        robot.interact(command);
        window.press(robot, "#replace-file");
        window.await(written, () -> Files.size(file) != OLD.length());
        assertThat(file(typed)).doesNotExist();
    }

    @Test
    void modelsAndExports(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.press(robot, "#step-button");
        window.awaitStatus("one step", status -> status.metrics().step() == 1);

        replacesOnlyWhatItAskedAbout(robot, () -> window.documents().saver().saveAs(), "x", "x.safetensors");
        replacesOnlyWhatItAskedAbout(
                robot, () -> window.documents().saver().saveAs(), "poems 2.0", "poems 2.0.safetensors");
        replacesOnlyWhatItAskedAbout(robot, () -> window.documents().saver().saveAs(), ".poems", ".poems.safetensors");
        replacesOnlyWhatItAskedAbout(robot, () -> window.export().choosePicture(), "loss 1.0", "loss 1.0.png");
        replacesOnlyWhatItAskedAbout(robot, () -> window.export().chooseTable(), "loss 1.0", "loss 1.0.csv");
        replacesOnlyWhatItAskedAbout(robot, () -> exportReport(robot), "report 1.0", "report 1.0.html");
        assertThat(SafetensorsFile.hasChecksum(file(".poems.safetensors"))).isTrue();
    }

    private void exportReport(FxRobot robot) {
        window.reports().show();
        robot.lookup("#report-export-button").queryButton().fire();
    }

    @Test
    void aNameThatHasItsEndingIsTakenAsItIs(FxRobot robot) {
        Path file = file("Loss.CSV");
        window.answerSaveDialogs(file);

        robot.interact(() -> window.export().chooseTable());

        window.await("the table", () -> Files.exists(file));
    }

    @Test
    void anExportDoesNotReplaceTheTextThatIsOpen(FxRobot robot) throws Exception {
        Path text = window.text("table.csv");
        String content = Files.readString(text);
        window.smallRun(robot);
        robot.interact(() -> window.documents().texts().open(text));
        window.awaitStatus(
                "the text",
                status -> status.opened().text() != null
                        && text.equals(status.opened().text().file()));
        window.answerSaveDialogs(text);

        robot.interact(() -> window.export().chooseTable());

        assertThat(robot.lookup("#refused-file").tryQuery()).isPresent();
        assertThat(text).hasContent(content.strip());
    }
}
