package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.ui.control.KeyEvents;

/** Digits on every keyboard, dialogs that Escape closes, and the guide beside the program. */
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static KeyEvent key(KeyCode code, String text, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, control, false, false);
    }

    @Test
    void knowsTheDigitsOfKeypadsAndFrenchKeyboards() {
        assertThat(KeyEvents.digit(key(KeyCode.DIGIT7, "7", false))).isEqualTo(OptionalInt.of(7));
        assertThat(KeyEvents.digit(key(KeyCode.NUMPAD0, "0", false))).isEqualTo(OptionalInt.of(0));
        assertThat(KeyEvents.digit(key(KeyCode.AMPERSAND, "&", false))).isEqualTo(OptionalInt.of(1));
        assertThat(KeyEvents.digit(key(KeyCode.UNDEFINED, "é", false))).isEqualTo(OptionalInt.of(2));
        assertThat(KeyEvents.digit(key(KeyCode.UNDEFINED, "à", false))).isEqualTo(OptionalInt.of(0));
        assertThat(KeyEvents.digit(key(KeyCode.A, "a", false))).isEmpty();
        assertThat(KeyEvents.digit(key(KeyCode.MINUS, "-", true))).as("zoom").isEmpty();
    }

    @Test
    void controlAndADigitOfAnyKeyboardTurnToAPage(FxRobot robot) {
        TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
        for (KeyEvent event : List.of(
                key(KeyCode.NUMPAD2, "2", true), key(KeyCode.QUOTEDBL, "\"", true), key(KeyCode.DIGIT9, "9", true))) {
            robot.interact(() -> window.stage().getScene().getRoot().fireEvent(event));
            int page = KeyEvents.digit(event).orElseThrow() - 1;
            assertThat(pages.getSelectionModel().getSelectedIndex()).isEqualTo(page);
        }
    }

    private static List<Stage> dialogs() throws Exception {
        return TestWindow.onFx(() -> Window.getWindows().stream()
                .filter(each -> each instanceof Stage && each.getScene().getRoot() instanceof DialogPane)
                .map(Stage.class::cast)
                .toList());
    }

    @Test
    void dialogsOpenInTheMiddleAndCloseOnEscape(FxRobot robot) throws Exception {
        for (String item : List.of("menu-catalog", "menu-paste-text", "menu-shortcuts")) {
            window.choose(robot, item);
            window.await("the dialog of " + item, () -> dialogs().size() == 1);
            Stage dialog = dialogs().get(0);
            window.await(
                    "its place", () -> TestWindow.onFx(() -> Math.abs(middle(dialog) - middle(window.stage())) < 2));
            TextArea text = (TextArea) dialog.getScene().lookup(".text-area");
            if (text != null) {
                assertThat(text.getPrefRowCount()).isEqualTo(12);
                assertThat(text.getHeight()).isGreaterThan(12 * 14.0);
            }
            robot.interact(() -> dialog.getScene().getFocusOwner().fireEvent(key(KeyCode.ESCAPE, "", false)));
            assertThat(dialogs()).as("%s is closed", item).isEmpty();
        }
    }

    private static double middle(Window window) {
        assertThat(window.getY()).isNotNegative();
        return window.getX() + window.getWidth() / 2;
    }

    @Test
    void theGuideStandsBesideTheProgramAndIsSearched(FxRobot robot) throws Exception {
        window.choose(robot, "menu-guide");
        Stage guide = TestWindow.onFx(() -> Window.getWindows().stream()
                .filter(each -> each.getScene().lookup("#guide-search") != null)
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow());
        assertThat(guide.getModality()).isEqualTo(Modality.NONE);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        assertThat(guide.getX() + guide.getWidth()).as("at the right").isCloseTo(screen.getMaxX(), within(1.0));
        assertThat(guide.getY())
                .as("in the middle")
                .isCloseTo((screen.getHeight() - guide.getHeight()) / 2, within(1.0));
        ListView<?> contents = (ListView<?>) guide.getScene().lookup("#guide-contents");
        assertThat(contents.getItems()).hasSizeGreaterThan(40);
        assertThat(heading(guide)).isEqualTo("Unroll in five minutes");

        TextField search = (TextField) guide.getScene().lookup("#guide-search");
        robot.interact(() -> search.setText("Karpathy unit"));
        assertThat(contents.getItems()).hasSizeBetween(1, 5);
        assertThat(heading(guide)).isEqualTo("Neurons: a text painted by one unit");
        assertThat(guide.getScene().lookup("ImageView")).as("its picture").isNotNull();
        robot.interact(() -> guide.getScene().getRoot().fireEvent(key(KeyCode.ESCAPE, "", false)));
        assertThat(guide.isShowing()).isFalse();
    }

    private static String heading(Stage guide) throws Exception {
        return TestWindow.onFx(() -> {
            Parent title = (Parent) guide.getScene().lookup(".guide-heading-1");
            return ((Text) ((TextFlow) title).getChildren().get(0)).getText();
        });
    }
}
