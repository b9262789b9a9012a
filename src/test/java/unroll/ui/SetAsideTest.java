package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.Presets;
import unroll.settings.Settings;
import unroll.task.TaskConfig;

/** A trained model is never lost: what replaces it sets it aside, and only quitting asks. */
@ExtendWith(ApplicationExtension.class)
class SetAsideTest {
    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void trainOneStep(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.press(robot, "#step-button");
        window.awaitStatus(
                "one step",
                status -> status.metrics().step() == 1 && status.model().unsaved());
        window.await(
                "the reset button",
                () -> !TestWindow.onFx(
                        () -> robot.lookup("#reset-button").query().isDisabled()));
    }

    private static boolean isThere(FxRobot robot, String id) throws Exception {
        return TestWindow.onFx(() -> robot.lookup(id).tryQuery().isPresent());
    }

    @Test
    void aResetNeedsNoQuestionAndCanBeUndone(FxRobot robot) throws Exception {
        trainOneStep(robot);
        window.await(
                "the write button",
                () -> !TestWindow.onFx(
                        () -> robot.lookup("#write-button").query().isDisabled()));
        window.press(robot, "#write-button");
        window.await("a text", () -> window.words(robot, "#written-text").length() > 10);

        window.press(robot, "#reset-button");
        window.await("the offer", () -> isThere(robot, "#undo-replace-button"));
        window.awaitStatus("no model", status -> status.metrics().step() == 0);
        assertThat(isThere(robot, "#confirm-loss")).isFalse();
        assertThat(window.words(robot, "#banner-sentence")).isEqualTo("Your model (1 step) was set aside.");
        assertThat(window.words(robot, "#written-text"))
                .as("of the discarded model")
                .isEmpty();
        assertThat(window.words(robot, "#status-line")).isEmpty();

        window.press(robot, "#undo-replace-button");
        window.awaitStatus("the model", status -> status.metrics().step() == 1);
        assertThat(window.status().settings().model().hidden()).isEqualTo(16);
        window.awaitSentence("Your model is back, at step 1.");
    }

    @Test
    void anotherTextAndTaskBringTheirOwnAndCanBeUndone(FxRobot robot) throws Exception {
        trainOneStep(robot);
        Settings before = window.status().settings();
        robot.interact(() -> window.documents().texts().openBundled("tales.txt"));
        window.await("the offer", () -> isThere(robot, "#undo-replace-button"));
        assertThat(window.words(robot, "#banner-sentence"))
                .startsWith("Opened ")
                .endsWith("Your model (1 step) was set aside.");
        robot.interact(() -> window.documents().switcher().use(TaskConfig.parse("addition"), 1));
        window.awaitStatus(
                "the task",
                status -> status.settings().task().task().about().name().equals("addition"));
        window.await(
                "the title",
                () -> TestWindow.onFx(window.stage()::getTitle)
                        .equals(TaskConfig.parse("addition").task().about().title() + " – Unroll"));

        robot.interact(() -> window.documents().switcher().undo());
        window.awaitStatus(
                "the model and its text",
                status -> status.metrics().step() == 1
                        && status.opened().text().name().equals("small.txt"));
        assertThat(window.status().settings()).isEqualTo(before);
    }

    @Test
    void aDemonstrationGivesBackWhatWasBefore(FxRobot robot) throws Exception {
        trainOneStep(robot);
        Settings before = window.status().settings();
        for (Settings demonstration : List.of(Presets.EXPLODE_SOLVED, Presets.EXPLODE)) {
            robot.interact(() -> window.documents().switcher().demonstrate(demonstration));
            window.awaitStatus(
                    "the demonstration",
                    status -> status.settings().training().learningRate()
                                    == demonstration.training().learningRate()
                            && status.metrics().step() > 0);
        }
        window.await(
                "the reset button",
                () -> !TestWindow.onFx(
                        () -> robot.lookup("#reset-button").query().isDisabled()));
        window.press(robot, "#reset-button");
        window.awaitStatus("the model of before", status -> status.settings().equals(before));
        assertThat(window.status().metrics().step()).isEqualTo(1);
        assertThat(window.session().settings().get()).isEqualTo(before);
    }

    @Test
    void quittingAsks(FxRobot robot) throws Exception {
        trainOneStep(robot);
        robot.interact(() -> window.stage()
                .getOnCloseRequest()
                .handle(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(isThere(robot, "#confirm-loss")).isTrue();
        window.press(robot, "#confirm-cancel");
        assertThat(TestWindow.onFx(() -> window.stage().isShowing())).isTrue();
        assertThat(window.status().metrics().step()).isEqualTo(1);
    }
}
