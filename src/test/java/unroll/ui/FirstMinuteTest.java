package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.settings.Settings;

/** What greets a class, what its runs leave behind, and how the next class finds everything as it was. */
@ExtendWith(ApplicationExtension.class)
class FirstMinuteTest {
    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static boolean isVisible(FxRobot robot, String id) throws Exception {
        return TestWindow.onFx(() -> robot.lookup(id).query().isVisible());
    }

    private static String page(FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> robot.lookup("#pages")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .getSelectedItem()
                .getText());
    }

    @Test
    void theStartPageGreetsOnceAndLeadsOn(FxRobot robot) throws Exception {
        assertThat(isVisible(robot, "#start-page")).isFalse();
        robot.interact(window::welcome);
        assertThat(isVisible(robot, "#start-page")).isTrue();
        window.press(robot, "#start-teach");
        assertThat(isVisible(robot, "#start-page")).isFalse();
        assertThat(page(robot)).isEqualTo("Network");
        robot.interact(window::welcome);
        assertThat(isVisible(robot, "#start-page")).isFalse();
    }

    @Test
    void anEarlierRunComesBackAndTheNextClassFindsNone(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.session().step().get();
        window.session().step().get();
        window.awaitStatus("two steps", status -> status.metrics().step() == 2);
        Settings small = window.status().settings();
        window.session().reset().get();
        window.await("the earlier run", () -> isVisible(robot, "#earlier-runs-button"));

        MenuButton runs = robot.lookup("#earlier-runs-button").queryAs(MenuButton.class);
        robot.interact(runs::show);
        Node card = TestWindow.onFx(() -> ((CustomMenuItem) runs.getItems().get(0)).getContent());
        robot.interact(() -> ((Button) ((Parent) card).lookup(".button")).fire());
        window.awaitStatus("the run again", status -> status.metrics().step() == 2);
        assertThat(window.status().settings()).isEqualTo(small);
        assertThat(window.session().history().earlierRuns()).isEmpty();

        robot.interact(() -> window.stage()
                .getScene()
                .getAccelerators()
                .get(KeyCombination.keyCombination("F8"))
                .run());
        window.awaitSentence("Everything is as it was at the start.");
        window.awaitStatus(
                "the start",
                status -> status.metrics().step() == 0 && status.settings().equals(Settings.DEFAULT));
        assertThat(window.status().opened().text().name()).contains("Borrowed Bell");
        assertThat(window.session().history().earlierRuns()).isEmpty();
        assertThat(isVisible(robot, "#earlier-runs-button")).isFalse();
    }
}
