package unroll.ui.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.ui.TestWindow;

/** The window in front of a class. */
@ExtendWith(ApplicationExtension.class)
class ProjectorTest {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

    private TestWindow window;
    private TabPane pages;
    private SplitPane columns;
    private Labeled line;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @BeforeEach
    void find(FxRobot robot) {
        pages = robot.lookup("#pages").queryAs(TabPane.class);
        columns = robot.lookup("#columns").queryAs(SplitPane.class);
        line = robot.lookup("#status-line").queryAs(Labeled.class);
        window.awaitStatus("the first text", status -> status.opened().text() != null);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void leavesTheWindowAsItWas(FxRobot robot) throws Exception {
        robot.interact(() -> pages.getSelectionModel().select(1));
        robot.interact(() -> columns.setDividerPositions(0.3, 0.7));
        String before = appearance();
        press(robot, KeyCode.F11);
        assertThat(window.stage().isFullScreen()).isTrue();
        assertThat(TestWindow.onFx(() -> line.getFont().getSize()))
                .as("forty lines fill the screen at most")
                .isGreaterThanOrEqualTo(Screen.getPrimary().getBounds().getHeight() / 40);
        assertThat(TestWindow.onFx(line::getTextFill)).isEqualTo(Color.BLACK);
        press(robot, KeyCode.DIGIT3);
        press(robot, KeyCode.F11);
        assertThat(window.stage().isFullScreen()).isFalse();
        window.await("the window as it was", () -> appearance().equals(before));
        assertThat(window.session().preferences().get("zoom", "")).isEmpty();
    }

    @Test
    void forgetsWhatWasZoomedInFrontOfTheClass(FxRobot robot) throws Exception {
        double before = TestWindow.onFx(() -> line.getFont().getSize());
        press(robot, KeyCode.F11);
        double large = TestWindow.onFx(() -> line.getFont().getSize());
        robot.interact(() -> menu("menu-zoom-in").fire());
        assertThat(settled(line)).isGreaterThan(large);
        press(robot, KeyCode.ESCAPE);
        assertThat(settled(line)).isEqualTo(before);
        assertThat(window.session().preferences().get("zoom", "")).isEmpty();
    }

    @Test
    void showsOnePanelAfterAnother(FxRobot robot) throws Exception {
        press(robot, KeyCode.F11);
        assertThat(lit(robot)).isEqualTo("1 Curves + samples");
        assertThat(seen("#loss-chart", robot)).isTrue();
        assertThat(seen("#samples-list", robot)).isTrue();
        assertThat(seen("#corpus-preview", robot)).isFalse();
        press(robot, KeyCode.DIGIT1);
        assertThat(lit(robot)).isEqualTo("1 Curves");
        Parent figures = robot.lookup("#figures").query();
        window.await(
                "figures on one line",
                () -> TestWindow.onFx(() -> figures.getChildrenUnmodifiable().stream()
                                .filter(Node::isManaged)
                                .map(Node::getLayoutY)
                                .distinct()
                                .count()
                        == 1));
        assertThat(width("#pages", robot)).isCloseTo(columns.getWidth(), within(1.0));
        assertThat(pages.getTabs().get(1).getContent()).as("not made yet").isNull();
        press(robot, KeyCode.DIGIT2);
        assertThat(lit(robot)).isEqualTo("2 Network");
        assertThat(pages.getTabs().get(1).getContent()).isNotNull();
        press(robot, KeyCode.S);
        assertThat(seen("#loss-chart", robot)).isFalse();
        assertThat(width("#writing-column", robot)).isCloseTo(columns.getWidth(), within(1.0));
        press(robot, KeyCode.DIGIT0);
        assertThat(seen("#samples-list", robot) && seen("#corpus-preview", robot))
                .isTrue();
    }

    @Test
    void walksThroughThePanelsAsARemoteControlDoes(FxRobot robot) throws Exception {
        press(robot, KeyCode.F11);
        for (Tab page : pages.getTabs().subList(1, pages.getTabs().size())) {
            press(robot, KeyCode.PAGE_DOWN);
            assertThat(lit(robot)).endsWith(page.getText());
        }
        press(robot, KeyCode.PAGE_DOWN);
        assertThat(lit(robot)).isEqualTo("S Samples");
        press(robot, KeyCode.PAGE_DOWN);
        assertThat(lit(robot)).isEqualTo("0 Whole window");
        press(robot, KeyCode.PAGE_UP);
        assertThat(lit(robot)).isEqualTo("S Samples");
    }

    @Test
    void leavesDigitsToAFieldThatIsTypedInto(FxRobot robot) throws Exception {
        TextField prime = robot.lookup("#prime-field").queryAs(TextField.class);
        press(robot, KeyCode.F11);
        robot.interact(prime::requestFocus);
        robot.interact(() -> prime.fireEvent(key(KeyCode.DIGIT2)));
        robot.interact(() -> prime.fireEvent(
                new KeyEvent(KeyEvent.KEY_TYPED, "2", "", KeyCode.UNDEFINED, false, false, false, false)));
        assertThat(prime.getText()).isEqualTo("2");
        assertThat(lit(robot)).isEqualTo("1 Curves + samples");
        robot.interact(() -> prime.fireEvent(key(KeyCode.PAGE_DOWN)));
        assertThat(lit(robot)).isEqualTo("2 Network");
        assertThat(TestWindow.onFx(() -> window.stage().getScene().getFocusOwner()))
                .as("the keyboard leaves a field nobody sees")
                .isNotSameAs(prime);
    }

    @Test
    void turnsToAPageByItsMenuItem(FxRobot robot) {
        MenuItem second = menu("menu-network-page");
        assertThat(second.getAccelerator().getName()).endsWith("+2");
        robot.interact(second::fire);
        assertThat(pages.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        assertThat(((CheckMenuItem) menu("menu-projector")).isSelected()).isFalse();
    }

    private void press(FxRobot robot, KeyCode code) {
        robot.interact(() -> {
            Node focused = window.stage().getScene().getFocusOwner();
            (focused == null ? window.stage().getScene().getRoot() : focused).fireEvent(key(code));
        });
        robot.interact(() -> window.stage().getScene().getRoot().layout());
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    /** All that has to be the same afterwards. */
    private String appearance() throws Exception {
        return TestWindow.onFx(() -> {
            line.applyCss();
            return "%s %s %s %s %s %s %s"
                    .formatted(
                            Arrays.stream(columns.getDividerPositions())
                                    .mapToObj("%.3f"::formatted)
                                    .toList(),
                            columns.getItems().stream().map(Node::isVisible).toList(),
                            columns.getWidth(),
                            pages.getSelectionModel().getSelectedIndex(),
                            line.getFont(),
                            line.getTextFill(),
                            window.stage().getScene().getStylesheets());
        });
    }

    private static double settled(Labeled label) throws Exception {
        return TestWindow.onFx(() -> {
            label.applyCss();
            return label.getFont().getSize();
        });
    }

    /** The words of the panel in the spotlight. */
    private static String lit(FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> {
            List<Node> marked = robot.lookup(".panel-button").queryAll().stream()
                    .filter(button -> button.getPseudoClassStates().contains(LIT))
                    .toList();
            assertThat(marked).hasSize(1);
            return ((Labeled) marked.get(0)).getText();
        });
    }

    private static boolean seen(String id, FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> {
            Node node = robot.lookup(id).query();
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            for (Node each = node; each != null; each = each.getParent()) {
                if (!each.isVisible()) {
                    return false;
                }
            }
            return bounds.getWidth() > 0;
        });
    }

    private static double width(String id, FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> robot.lookup(id).query().getLayoutBounds().getWidth());
    }

    private MenuItem menu(String id) {
        MenuBar bar = (MenuBar) window.stage().getScene().lookup(".menu-bar");
        return bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .flatMap(item -> item instanceof Menu inner ? inner.getItems().stream() : Stream.of(item))
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }
}
