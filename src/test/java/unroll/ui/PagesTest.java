package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.lesson.LessonTarget;
import unroll.ui.pages.Page;
import unroll.ui.pages.Pages;

/** The pages of the center. */
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
        assertThat(robot.lookup("#network-type-page").tryQuery()).isPresent();
    }

    @Test
    void tabsMenuAndProjectorOfferThePagesThatLessonsName(FxRobot robot) throws Exception {
        List<String> ids = LessonTarget.pages().stream().map(Page::id).toList();
        Pages pages = robot.lookup("#page-columns").queryAs(Pages.class);
        TabPane tabs = robot.lookup("#pages").queryAs(TabPane.class);
        assertThat(tabs.getTabs()).extracting(Tab::getId).containsExactlyElementsOf(ids);
        Menu menu = window.menuItem(robot, "menu-curves-page").getParentMenu();
        assertThat(menu.getItems())
                .extracting(MenuItem::getId)
                .containsExactlyElementsOf(ids.stream().map("menu-"::concat).toList());

        Runnable restore = TestWindow.onFx(() -> pages.hide(Set.of(LessonTarget.CURVES, LessonTarget.NETWORK)));
        assertThat(menu.getItems().stream().filter(MenuItem::isVisible).map(MenuItem::getId))
                .doesNotContain("menu-curves-page", "menu-network-page")
                .hasSize(ids.size() - 2);
        assertThat(menu.getItems().get(2).getAccelerator()).isEqualTo(KeyCombination.keyCombination("Shortcut+3"));
        Parent bar = TestWindow.onFx(() -> (Parent) window.stage().getScene().lookup("#panel-bar"));
        assertThat(bar.getChildrenUnmodifiable())
                .extracting(node -> ((Labeled) node).getText())
                .as("the digits of the menu")
                .containsSubsequence("0 Whole window", "3 Results", "4 Gradients")
                .noneMatch(words -> words.contains("Network"));
        robot.interact(restore);
        assertThat(tabs.getTabs()).extracting(Tab::getId).containsExactlyElementsOf(ids);
    }

    @Test
    void drawsTheCellThatIsChosen(FxRobot robot) throws Exception {
        TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
        robot.interact(() -> pages.getSelectionModel().select(1));
        window.awaitStatus("the default text", status -> status.opened().text() != null);
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
