package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.ui.control.Nodes;

/** An id leads to one button of those in sight, or to one item of a menu, alone. */
@ExtendWith(ApplicationExtension.class)
class NodeIdsTest {
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
    void areThereOnce(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.session().train();
        window.await(
                "samples",
                () -> robot.lookup("#samples-list .sample-text").queryAll().size() > 2);
        window.session().pause().get();
        Set<String> twice = new TreeSet<>();
        TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
        for (Tab page : pages.getTabs()) {
            robot.interact(() -> pages.getSelectionModel().select(page));
            window.await("the page", () -> page.getContent().getScene() != null);
            twice.addAll(TestWindow.onFx(() -> twice(ofButtons(robot))));
        }
        twice.addAll(TestWindow.onFx(() -> twice(ofItems(robot, pages))));
        assertThat(twice).isEmpty();
    }

    private static Stream<String> ofButtons(FxRobot robot) {
        return robot.lookup(node -> node instanceof Button && Nodes.isShowing(node)).queryAll().stream()
                .map(Node::getId)
                .filter(Objects::nonNull);
    }

    private static Stream<String> ofItems(FxRobot robot, TabPane pages) {
        List<Menu> menus =
                robot.lookup(MenuBar.class::isInstance).queryAs(MenuBar.class).getMenus();
        Stream<MenuItem> ofTabs = pages.getTabs().stream()
                .flatMap(page ->
                        page.getContextMenu() == null ? Stream.empty() : page.getContextMenu().getItems().stream());
        return Stream.concat(menus.stream().flatMap(NodeIdsTest::items), ofTabs)
                .map(MenuItem::getId)
                .filter(Objects::nonNull);
    }

    private static Stream<MenuItem> items(MenuItem item) {
        return item instanceof Menu menu ? menu.getItems().stream().flatMap(NodeIdsTest::items) : Stream.of(item);
    }

    private static Set<String> twice(Stream<String> ids) {
        Set<String> seen = new HashSet<>();
        return new TreeSet<>(ids.filter(id -> !seen.add(id)).toList());
    }
}
