package unroll.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.lesson.AnswerSheet;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;
import unroll.session.report.RunTable;
import unroll.session.run.Phase;
import unroll.ui.TestWindow;
import unroll.ui.files.Choosers;
import unroll.ui.model.WindowModel;

/** A run is handed in, and the runs of a room are compared. */
@ExtendWith(ApplicationExtension.class)
class LabReportTest {
    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void exportsTheRunAndComparesItWithOthers(FxRobot robot) throws Exception {
        trainAWhile(robot);
        Path page = window.folder().resolve("ada.html");
        robot.interact(() -> window.reports().write(page, " Ada ", "1. <b>It</b> learned spaces first."));
        window.awaitSentence("ada.csv beside it");
        assertThat(Files.readString(page))
                .contains("Lab report: Ada<", "&lt;b&gt;It&lt;/b&gt; learned", "small.txt", "<svg", "Last samples");
        Path row = window.folder().resolve("ada.csv");
        RunRow ada = RunTable.read(row).get(0);
        assertThat(ada.number(ReportColumn.STEPS))
                .isEqualTo(window.status().metrics().step());
        assertThat(ada.text(ReportColumn.NAME)).isEqualTo("Ada");

        Path room = window.folder().resolve("room.csv");
        Files.writeString(room, "name,cell,hidden,validation_loss\nBen,gru,32,2.5\nCy,elman,8,2.9\nDi,odd,64,\n");
        robot.interact(() -> window.compare().open(List.of(row, room)));
        window.await(
                "the table",
                () -> robot.lookup("#compare-table").tryQuery().isPresent()
                        && names(robot).size() == 4);
        assertThat(names(robot)).containsExactly("Ada", "Ben", "Cy", "Di");
        assertThat(window.words(robot, "#compare-state")).startsWith("4 runs from 2 files.");
        lookAround(robot);
    }

    /** In the window that compares Ada, Ben, Cy and Di. */
    private void lookAround(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#compare-chart").query().requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(window.words(robot, "#compare-chart-bubble"))
                .startsWith("Cy · elman")
                .contains("Hidden size 8", "2.9");
        robot.interact(() -> {
            TableView<RunRow> table = table(robot);
            assertThat(table.getSelectionModel().getSelectedItem().text(ReportColumn.NAME))
                    .isEqualTo("Cy");
            table.getSortOrder()
                    .add(table.getColumns().stream()
                            .filter(column -> column.getId().equals("compare-hidden"))
                            .findFirst()
                            .orElseThrow());
        });
        assertThat(names(robot)).containsExactly("Cy", "Ada", "Ben", "Di");
        robot.interact(() -> {
            robot.lookup("#compare-log").queryAs(CheckBox.class).fire();
            ComboBox<ReportColumn> up = robot.lookup("#compare-y").queryAs(ComboBox.class);
            up.setValue(ReportColumn.STEPS);
            robot.lookup("#compare-chart").query().requestFocus();
        });
        robot.type(KeyCode.RIGHT);
        assertThat(window.words(robot, "#compare-chart-bubble"))
                .startsWith("Ada")
                .contains("Steps");

        Path picture = window.folder().resolve("runs.png");
        robot.interact(() -> window.compare().picture(picture));
        window.await("the picture", () -> window.words(robot, "#compare-state").startsWith("Exported"));
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(1000);
    }

    @Test
    void refusesWhatIsNoTableOfRuns(FxRobot robot) throws Exception {
        Path wrong = Files.writeString(window.folder().resolve("wrong.csv"), "cell,hidden,validation_loss\ngru,a,1\n");
        robot.interact(() -> window.compare().open(List.of(wrong)));
        window.awaitSentence("wrong.csv: Line 2 has “a”");
        assertThat(robot.lookup("#compare-table").tryQuery()).isEmpty();
    }

    @Test
    void asksForANameAndNotesAndKeepsThem(FxRobot robot) throws Exception {
        trainAWhile(robot);
        Path page = window.folder().resolve("asked.html");
        LabReports reports = TestWindow.onFx(() -> {
            Choosers chosen = new Choosers(window.stage(), window.session().preferences(), Map::of) {
                @Override
                protected File showSaveDialog(FileChooser chooser) {
                    assertThat(chooser.getInitialFileName()).isEqualTo("report-Ada-L.html");
                    return page.toFile();
                }
            };
            return new LabReports(
                    new WindowModel(window.session()),
                    window.stage(),
                    chosen,
                    new LabReports.Signature("test", () -> AnswerSheet.NONE));
        });
        robot.interact(reports::show);
        window.enter(robot, "#report-name", "Ada L.");
        robot.interact(() -> {
            if (robot.lookup("#report-notes").tryQuery().isPresent()) {
                robot.lookup("#report-notes").queryTextInputControl().setText("An answer.");
                robot.lookup("#report-export-button").queryButton().fire();
            }
        });
        window.await("the page", () -> Files.exists(page));
        assertThat(Files.readString(page)).contains("Lab report: Ada L.", "An answer.", "Unroll test");

        robot.interact(reports::show);
        assertThat(window.words(robot, "#report-name")).isEqualTo("Ada L.");
        assertThat(window.words(robot, "#report-notes")).isEqualTo("An answer.");
        robot.type(KeyCode.ESCAPE);
    }

    private void trainAWhile(FxRobot robot) throws Exception {
        window.smallRun(robot);
        robot.interact(
                () -> robot.lookup("#training-fold").queryAs(ToggleButton.class).fire());
        window.enter(robot, "#sample-every-field", "5");
        window.enter(robot, "#validate-every-field", "10");
        window.press(robot, "#train-button");
        window.awaitStatus(
                "a validation",
                status -> status.metrics().step() >= 20
                        && !Double.isNaN(status.metrics().losses().validation()));
        window.await("a sample", () -> robot.lookup(".sample-card").tryQuery().isPresent());
        window.press(robot, "#train-button");
        window.awaitStatus("the pause", status -> status.phase() == Phase.PAUSED);
    }

    private static List<String> names(FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> table(robot).getItems().stream()
                .map(run -> run.text(ReportColumn.NAME))
                .toList());
    }

    private static TableView<RunRow> table(FxRobot robot) {
        return robot.lookup("#compare-table").queryTableView();
    }
}
