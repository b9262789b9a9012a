package unroll.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.run.Phase;
import unroll.sweep.BackgroundSweep.SweepState;
import unroll.ui.TestWindow;
import unroll.ui.control.CanvasPane;

/** A sweep in its window: from a plan to the model of a trial. */
@ExtendWith(ApplicationExtension.class)
class SweepWindowTest {
    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.sweeps().sweep().stop().join();
        window.close();
    }

    /** Opens a plan of four trials of so many steps. */
    private void open(FxRobot robot, long steps) throws Exception {
        window.smallRun(robot);
        Path plan = Files.writeString(window.folder().resolve("plan.json"), """
                {"sweep": 1, "text": {"file": "small.txt"},
                 "settings": {"hidden": 4, "layers": 1, "batch": 4, "window": 5, "validate-every": 10},
                 "axes": {"hidden": [3, 5], "learning-rate": [0.001, 0.01]}, "steps": STEPS}
                """.replace("STEPS", Long.toString(steps)));
        robot.interact(() -> {
            window.sweeps().show();
            window.sweeps().open(plan);
        });
        window.await(
                "the forecast", () -> window.words(robot, "#sweep-forecast").startsWith("4 trials, about "));
    }

    private void awaitState(SweepState state) {
        window.await(state.name(), () -> window.sweeps().sweep().status().state() == state);
    }

    @Test
    void aPlanBecomesATableAndAClickOnALineOpensItsModel(FxRobot robot) throws Exception {
        open(robot, 20);
        window.press(robot, "#step-button");
        window.awaitStatus("a model of one's own", status -> status.metrics().step() == 1);
        Path out = window.folder().resolve("runs.csv");
        window.answerSaveDialogs(out);

        window.press(robot, "#sweep-start");
        TableView<?> table = robot.lookup("#sweep-table").queryTableView();
        window.await("four rows", () -> TestWindow.onFx(() -> table.getItems().size() == 4));
        awaitState(SweepState.STOPPED);
        window.await(
                "the last word",
                () -> window.words(robot, "#sweep-state").startsWith("runs.csv: 4 of 4 trials done. Best: trial "));
        assertThat(Files.readAllLines(out)).hasSize(5);

        CanvasPane chart = robot.lookup("#sweep-chart").queryAs(CanvasPane.class);
        double em = TestWindow.onFx(chart::em);
        double first = 4 * em;
        double middle = TestWindow.onFx(chart::getHeight) / 2;
        // The upper half of the first axis is a hidden size of 5.
        robot.interact(() -> {
            fire(chart, MouseEvent.MOUSE_PRESSED, first, em, false);
            fire(chart, MouseEvent.MOUSE_DRAGGED, first, middle, false);
        });
        assertThat(TestWindow.onFx(() -> table.getItems().size())).isEqualTo(2);
        robot.interact(() -> {
            fire(chart, MouseEvent.MOUSE_PRESSED, first, middle, true);
            fire(chart, MouseEvent.MOUSE_CLICKED, first, middle, true);
        });
        assertThat(TestWindow.onFx(() -> table.getItems().size())).isEqualTo(4);

        // Between the first two axes one line runs along the top: the largest of both.
        double between = TestWindow.onFx(chart::getWidth) / 4 + 2 * em;
        robot.interact(() -> {
            fire(chart, MouseEvent.MOUSE_MOVED, between, 2 * em, true);
            fire(chart, MouseEvent.MOUSE_PRESSED, between, 2 * em, true);
            fire(chart, MouseEvent.MOUSE_CLICKED, between, 2 * em, true);
        });
        window.awaitStatus("the model of trial 4", status -> status.metrics().step() == 20);
        assertThat(window.status().settings().model().hidden()).isEqualTo(5);
        assertThat(window.status().settings().training().learningRate()).isEqualTo(0.01);
        window.press(robot, "#undo-replace-button");
        window.awaitStatus("the model of before", status -> status.metrics().step() == 1);

        window.press(robot, "#sweep-compare");
        window.await(
                "the comparison", () -> window.words(robot, "#compare-state").startsWith("4 runs from 1 file."));
    }

    private static void fire(Node node, EventType<MouseEvent> type, double x, double y, boolean still) {
        Point2D at = node.localToScene(x, y);
        PickResult hit = new PickResult(node, at.getX(), at.getY());
        node.fireEvent(new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                still,
                hit));
    }

    @Test
    void theSweepWaitsForTrainingOrTrainingForTheSweep(FxRobot robot) throws Exception {
        open(robot, 100_000_000);
        window.answerSaveDialogs(window.folder().resolve("runs.csv"));
        window.press(robot, "#sweep-start");
        awaitState(SweepState.RUNNING);

        window.press(robot, "#train-button");
        awaitState(SweepState.WAITING);
        window.awaitStatus("training", status -> status.phase() == Phase.RUNNING);
        ComboBox<Object> waiting = robot.lookup("#sweep-waiting").queryComboBox();
        robot.interact(() -> waiting.setValue(waiting.getItems().get(1)));
        awaitState(SweepState.RUNNING);
        window.awaitStatus("the wait of training", status -> status.phase() == Phase.PAUSED);

        window.press(robot, "#sweep-stop");
        awaitState(SweepState.STOPPED);
        window.awaitStatus("training again", status -> status.phase() == Phase.RUNNING);
    }

    @Test
    void whatIsWrongIsSaidAndASweepUnderWayIsAskedAboutBeforeQuitting(FxRobot robot) throws Exception {
        open(robot, 100_000_000);
        robot.interact(() ->
                robot.lookup("#sweep-axis-3-values").queryTextInputControl().setText("0"));
        window.await(
                "the refusal",
                () -> window.words(robot, "#sweep-refusal")
                        .startsWith("The plan, axes > hidden: The hidden size is 0;"));
        robot.interact(() ->
                robot.lookup("#sweep-axis-3-values").queryTextInputControl().setText("3, 4, 5"));
        window.await("six trials", () -> window.words(robot, "#sweep-forecast").startsWith("6 trials, about "));
        assertThat(window.words(robot, "#sweep-refusal")).isEmpty();
        window.answerSaveDialogs(window.folder().resolve("runs.csv"));
        window.press(robot, "#sweep-start");
        awaitState(SweepState.RUNNING);

        robot.interact(() -> window.stage()
                .getOnCloseRequest()
                .handle(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        window.await(
                "the question", () -> robot.lookup("#confirm-sweep").tryQuery().isPresent());
        window.press(robot, "#confirm-sweep-cancel");
        assertThat(window.sweeps().sweep().status().state()).isEqualTo(SweepState.RUNNING);
        assertThat(TestWindow.onFx(() -> window.stage().isShowing())).isTrue();
    }
}
