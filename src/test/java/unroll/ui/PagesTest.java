package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The pages of the centre. */
@ExtendWith(ApplicationExtension.class)
class PagesTest {
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
    void beginsWithTheCurvesAndMakesTheNetworkPageWhenItIsLookedAt(FxRobot robot) {
        TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
        assertThat(robot.lookup("#loss-chart").tryQuery()).isPresent();
        assertThat(pages.getTabs().get(1).getContent()).isNull();
        robot.interact(() -> pages.getSelectionModel().select(1));
        assertThat(robot.lookup("#switchboard").tryQuery()).isPresent();
    }

    @Test
    void drawsTheCellThatIsChosen(FxRobot robot) throws Exception {
        TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
        robot.interact(() -> pages.getSelectionModel().select(1));
        window.awaitStatus("the default text", status -> status.corpus() != null);
        window.enter(robot, "#layers-field", "4");
        window.awaitStatus("four layers", status -> status.settings().model().layers() == 4);
        robot.interact(
                () -> robot.lookup("#kind-deep").queryAs(ToggleButton.class).fire());
        window.await(
                "four layers in the figure",
                () -> robot.lookup("#network-figure")
                        .query()
                        .getAccessibleText()
                        .contains("layers 4"));
    }
}
