package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.run.Phase;
import unroll.ui.control.WindowPlacement;

/** Zoom, themes, and the keyboard. */
@ExtendWith(ApplicationExtension.class)
class LooksTest {
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
    void zoomsEverythingAndRemembersIt(FxRobot robot) throws Exception {
        double actual = textSize(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        assertThat(textSize(robot)).isGreaterThan(actual * 1.2);
        assertThat(window.session().preferences().get("zoom", "")).isEqualTo("125");
        robot.press(KeyCode.CONTROL).type(KeyCode.MINUS, 4).release(KeyCode.CONTROL);
        assertThat(textSize(robot)).isLessThan(actual);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        assertThat(textSize(robot)).isEqualTo(actual);
    }

    @Test
    void neverZoomsTheMenuOrTheTrainButtonOutOfTheWindow(FxRobot robot) throws Exception {
        for (int i = 0; i < 20; i++) {
            robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        }
        double largest = textSize(robot);
        assertThat(largest).isGreaterThan(20);
        assertWhole(robot);
        robot.interact(() -> {
            window.stage().setWidth(1024);
            window.stage().setHeight(700);
        });
        window.await("smaller letters in a smaller window", () -> size(robot) < largest);
        assertWhole(robot);
        robot.interact(() -> {
            window.stage().setWidth(1280);
            window.stage().setHeight(800);
        });
        window.await("the size that was chosen", () -> size(robot) == largest);
    }

    private static double size(FxRobot robot) {
        return robot.lookup("#status-line").queryLabeled().getFont().getSize();
    }

    private void assertWhole(FxRobot robot) throws Exception {
        robot.interact(() -> window.stage().getScene().getRoot().layout());
        List<Node> all = new ArrayList<>(robot.lookup(".menu-bar .menu-button").queryAll());
        assertThat(all).hasSize(5);
        all.add(robot.lookup("#train-button").query());
        for (Node node : all) {
            Bounds place = TestWindow.onFx(() -> node.localToScene(node.getLayoutBounds()));
            assertThat(new Rectangle2D(
                            0,
                            0,
                            window.stage().getScene().getWidth(),
                            window.stage().getScene().getHeight()))
                    .as(node + " at " + place)
                    .matches(scene ->
                            scene.contains(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight()));
        }
    }

    @Test
    void hasRoomForTheTabOfEveryPage(FxRobot robot) throws Exception {
        TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
        Bounds all = TestWindow.onFx(() -> pages.localToScene(pages.getLayoutBounds()));
        List<Bounds> tabs = TestWindow.onFx(() -> robot.lookup("#pages .tab").queryAll().stream()
                .map(tab -> tab.localToScene(tab.getLayoutBounds()))
                .toList());
        assertThat(tabs).hasSameSizeAs(pages.getTabs());
        assertThat(tabs).allSatisfy(tab -> assertThat(tab.getMaxX()).isLessThanOrEqualTo(all.getMaxX()));
    }

    @Test
    void writesLargerOnALargeScreen() {
        assertThat(Zoom.actualSize(new Rectangle2D(0, 0, 1920, 1080))).isEqualTo(100);
        assertThat(Zoom.actualSize(new Rectangle2D(0, 0, 2560, 1440))).isEqualTo(125);
    }

    @Test
    void opensWithRoomForTwoPagesWhereTheScreenHasIt() {
        double em = 17.5;
        assertThat(WindowPlacement.on(new Rectangle2D(0, 0, 2560, 1440), em).getWidth())
                .isBetween(143 * em, 2560.0);
        assertThat(WindowPlacement.on(new Rectangle2D(0, 0, 2560, 1440), 21))
                .as("no room for two pages in larger letters")
                .isEqualTo(new Dimension2D(0.85 * 2560, 0.85 * 1440));
        assertThat(WindowPlacement.on(new Rectangle2D(0, 0, 3840, 2160), em))
                .isEqualTo(new Dimension2D(0.85 * 3840, 0.85 * 2160));
        assertThat(WindowPlacement.on(new Rectangle2D(0, 0, 1920, 1080), 14).getWidth())
                .isEqualTo(0.85 * 1920);
        assertThat(WindowPlacement.on(new Rectangle2D(0, 0, 1024, 700), 14)).isEqualTo(new Dimension2D(1024, 700));
    }

    @Test
    void fitsTheSmallestScreenAtActualSize(FxRobot robot) throws Exception {
        double right = TestWindow.onFx(() -> {
            var card = robot.lookup("#write-button").query();
            return card.localToScene(card.getBoundsInLocal()).getMaxX();
        });
        assertThat(right).isLessThanOrEqualTo(1280);
        double bottom = TestWindow.onFx(() -> {
            var line = robot.lookup("#status-line").query();
            return line.localToScene(line.getBoundsInLocal()).getMaxY();
        });
        assertThat(bottom).isLessThanOrEqualTo(800);
    }

    @Test
    void nothingAroundTheChartsKeepsAPictureOfItself(FxRobot robot) throws Exception {
        int keepers = TestWindow.onFx(() -> {
            int count = 0;
            for (Node node = robot.lookup("#loss-chart").query(); node != null; node = node.getParent()) {
                count += node.isCache() ? 1 : 0;
            }
            return count;
        });
        assertThat(keepers).isZero();
    }

    @Test
    void theSettingsColumnFoldsAwayAndComesBack(FxRobot robot) throws Exception {
        double before = TestWindow.onFx(
                () -> robot.lookup("#pages").queryAs(Region.class).getWidth());
        robot.type(KeyCode.F9);
        window.await(
                "the room of the column",
                () -> TestWindow.onFx(() ->
                                robot.lookup("#pages").queryAs(Region.class).getWidth())
                        > before + 250);
        assertThat(robot.lookup("#corpus-preview").query().getScene()).isNotNull();
        robot.interact(() ->
                robot.lookup("#settings-toggle").queryAs(ToggleButton.class).fire());
        window.await(
                "the column",
                () -> TestWindow.onFx(() ->
                                robot.lookup("#pages").queryAs(Region.class).getWidth())
                        == before);
    }

    @Test
    void whatAClassWatchesIsLargerThanTheRest(FxRobot robot) throws Exception {
        double loss = TestWindow.onFx(() ->
                robot.lookup("#loss-figure").queryAs(Label.class).getFont().getSize());
        double speed = TestWindow.onFx(() ->
                robot.lookup("#speed-figure").queryAs(Label.class).getFont().getSize());
        assertThat(loss).isGreaterThan(1.25 * speed);
        TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
        assertThat(pages.getTabs().stream()
                        .filter(tab -> tab.getStyleClass().contains("group-start"))
                        .map(tab -> tab.getTooltip().getText() + ": " + tab.getText()))
                .containsExactly("Watch: Curves", "Look inside: Gradients", "Play: Guess", "Compare: Race");
    }

    @Test
    void foldsAreFilledWhenTheyAreOpened(FxRobot robot) throws Exception {
        assertThat(robot.lookup("#seed-field").tryQuery()).isEmpty();
        robot.interact(
                () -> robot.lookup("#training-fold").queryAs(ToggleButton.class).fire());
        assertThat(robot.lookup("#seed-field").tryQuery()).isPresent();
    }

    @Test
    void changesTheTheme(FxRobot robot) throws Exception {
        choose(Theme.ThemeChoice.DARK, robot);
        assertThat(TestWindow.onFx(Application::getUserAgentStylesheet)).contains("dark");
        assertThat(window.session().preferences().get("theme", "")).isEqualTo("DARK");
        choose(Theme.ThemeChoice.LIGHT, robot);
        assertThat(TestWindow.onFx(Application::getUserAgentStylesheet)).contains("light");
    }

    @Test
    void trainsBySpaceBarButNotWhileTyping(FxRobot robot) throws Exception {
        window.smallRun(robot);
        robot.interact(() -> robot.lookup("#prime-field").query().requestFocus());
        robot.type(KeyCode.A, KeyCode.SPACE, KeyCode.B);
        assertThat(window.words(robot, "#prime-field")).isEqualTo("a b");
        assertThat(window.status().phase()).isEqualTo(Phase.READY);

        robot.interact(() -> robot.lookup("#loss-chart").query().requestFocus());
        robot.interact(() -> robot.lookup("#corpus-preview").query().requestFocus());
        robot.type(KeyCode.SPACE);
        window.awaitStatus("training", status -> status.metrics().step() > 0);
        robot.type(KeyCode.SPACE);
        window.awaitStatus("the pause", status -> status.phase() == Phase.PAUSED);
    }

    private void choose(Theme.ThemeChoice choice, FxRobot robot) {
        window.choose(robot, "theme-" + choice.name().toLowerCase(Locale.ROOT));
    }

    private static double textSize(FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> {
            Labeled line = robot.lookup("#status-line").query();
            line.applyCss();
            return line.getFont().getSize();
        });
    }
}
