package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A trained model is never lost without a question. */
@ExtendWith(ApplicationExtension.class)
class GuardTest {
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
    void asksBeforeAReset(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.press(robot, "#step-button");
        window.awaitStatus(
                "one step",
                status -> status.metrics().step() == 1 && status.model().unsaved());
        window.await(
                "the reset button",
                () -> !TestWindow.onFx(
                        () -> robot.lookup("#reset-button").query().isDisabled()));

        window.press(robot, "#reset-button");
        assertThat(robot.lookup("#confirm-loss").tryQuery()).isPresent();
        window.press(robot, "#confirm-cancel");
        assertThat(window.status().metrics().step()).isEqualTo(1);

        window.press(robot, "#reset-button");
        window.press(robot, "#confirm-discard");
        window.awaitStatus("the reset", status -> status.metrics().step() == 0);
    }

    @Test
    void asksBeforeAnotherTextAndOnClosing(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.press(robot, "#step-button");
        window.awaitStatus(
                "one step",
                status -> status.metrics().step() == 1 && status.model().unsaved());
        robot.interact(() -> window.documents().texts().openBundled("tales.txt"));
        window.press(robot, "#confirm-cancel");
        assertThat(window.status().opened().text().name()).isEqualTo("small.txt");

        robot.interact(() -> window.stage()
                .getOnCloseRequest()
                .handle(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        window.press(robot, "#confirm-cancel");
        assertThat(TestWindow.onFx(() -> window.stage().isShowing())).isTrue();
    }
}
