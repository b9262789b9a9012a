package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.lesson.LessonTarget;
import unroll.ui.control.WindowPlacement;
import unroll.ui.pages.Page;
import unroll.ui.pages.Pages;

/** The page that stands beside the others where two have room: here by small letters, as the test's screen is small. */
@ExtendWith(ApplicationExtension.class)
class PinnedPageTest {
    private static final List<String> ALL =
            LessonTarget.pages().stream().map(Page::id).toList();

    private TestWindow window;
    private Pages pages;

    @Start
    void start(Stage stage) throws Exception {
        window = open(stage, "{\"zoom\": \"50\"}");
        pages = pages(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static TestWindow open(Stage stage, String preferences) throws IOException {
        Path folder = Files.createTempDirectory("unroll-window");
        Files.writeString(folder.resolve("preferences.json"), preferences);
        return new TestWindow(stage, folder);
    }

    private static Pages pages(Stage stage) {
        return (Pages) stage.getScene().lookup("#page-columns");
    }

    /** The page beside the others, and the order of the others. */
    private void awaitPinned(LessonTarget page) {
        window.await(
                page + " beside the others",
                () -> TestWindow.onFx(() -> pages.getItems().size() == 2
                        && ids(1).equals(List.of(Page.id(page)))
                        && ids(0).equals(ALL.stream()
                                .filter(id -> !id.equals(Page.id(page)))
                                .toList())));
    }

    private void awaitNonePinned() {
        window.await(
                "every page among the others",
                () -> TestWindow.onFx(() -> pages.getItems().size() == 1 && ids(0).equals(ALL)));
    }

    private List<String> ids(int pane) {
        return ((TabPane) pages.getItems().get(pane))
                .getTabs().stream().map(Tab::getId).toList();
    }

    private Page page(LessonTarget control) {
        return pages.page(control).orElseThrow();
    }

    private void press(FxRobot robot, KeyCode code) {
        robot.interact(() -> window.stage()
                .getScene()
                .getRoot()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false)));
    }

    @Test
    void pinsTheNetworkUntilTheUserChoosesAnother(FxRobot robot) throws Exception {
        awaitPinned(LessonTarget.NETWORK);
        assertThat(TestWindow.onFx(() -> robot.lookup("#network-type-page").tryQuery()))
                .as("what is on it")
                .isPresent();
        robot.interact(() -> pages.show(LessonTarget.GRADIENTS));
        window.choose(robot, "menu-pin");
        awaitPinned(LessonTarget.GRADIENTS);
        assertThat(page(LessonTarget.GRADIENTS).isSelected()).isTrue();
        assertThat(window.session().preferences().get("pinned-page", "")).isEqualTo("gradients");

        Page gradients = page(LessonTarget.GRADIENTS);
        robot.interact(() -> Event.fireEvent(gradients, new Event(Tab.TAB_CLOSE_REQUEST_EVENT)));
        awaitNonePinned();
        assertThat(window.session().preferences().get("pinned-page", "")).isEqualTo("none");
        robot.interact(() ->
                page(LessonTarget.RESULTS).getContextMenu().getItems().get(0).fire());
        awaitPinned(LessonTarget.RESULTS);
        window.choose(robot, "menu-unpin");
        awaitNonePinned();
    }

    @Test
    void hasRoomInAWindowThatIsMeantForTwoPages(FxRobot robot) throws Exception {
        awaitPinned(LessonTarget.NETWORK);
        double width = Math.ceil(WindowPlacement.TWO_PAGES_EM * 7);
        for (double each : new double[] {0.9 * width, width}) {
            robot.interact(() -> window.stage().setWidth(each));
            if (each < width) {
                awaitNonePinned();
            }
        }
        awaitPinned(LessonTarget.NETWORK);
    }

    @Test
    void remembersWhatWasPinned() throws Exception {
        TestWindow again = TestWindow.onFx(() -> open(new Stage(), "{\"zoom\": \"50\", \"pinned-page\": \"history\"}"));
        pages = pages(again.stage());
        awaitPinned(LessonTarget.HISTORY);
        again.close();
    }

    @Test
    void isAmongTheOthersWhereTwoHaveNoRoom(FxRobot robot) throws Exception {
        awaitPinned(LessonTarget.NETWORK);
        press(robot, KeyCode.DIGIT0);
        awaitNonePinned();
        assertThat(window.menuItem(robot, "menu-pin").isVisible()).isFalse();
        assertThat(page(LessonTarget.CURVES).getContextMenu()).isNull();
        robot.interact(() -> pages.show(LessonTarget.NETWORK));
        for (int smaller = 0; smaller < 5; smaller++) {
            press(robot, KeyCode.MINUS);
        }
        window.await("room", () -> window.menuItem(robot, "menu-pin").isVisible());
        awaitNonePinned();
        assertThat(page(LessonTarget.NETWORK).isSelected())
                .as("still looked at")
                .isTrue();
        robot.interact(() -> pages.show(LessonTarget.GRADIENTS));
        awaitPinned(LessonTarget.NETWORK);
    }

    @Test
    void isAmongTheOthersWhereALessonHidesOrLocksItAndInFrontOfAClass(FxRobot robot) throws Exception {
        awaitPinned(LessonTarget.NETWORK);
        Runnable restore = TestWindow.onFx(() -> pages.hide(Set.of(LessonTarget.NETWORK)));
        assertThat(TestWindow.onFx(() -> pages.getItems().size())).isEqualTo(1);
        assertThat(page(LessonTarget.NETWORK).getTabPane()).isNull();
        robot.interact(restore);
        awaitPinned(LessonTarget.NETWORK);

        robot.interact(() -> page(LessonTarget.NETWORK).setDisable(true));
        awaitNonePinned();
        robot.interact(() -> page(LessonTarget.NETWORK).setDisable(false));
        awaitPinned(LessonTarget.NETWORK);

        CheckMenuItem projector = (CheckMenuItem) window.menuItem(robot, "menu-projector");
        robot.interact(() -> projector.setSelected(true));
        awaitNonePinned();
        robot.interact(() -> projector.setSelected(false));
        awaitPinned(LessonTarget.NETWORK);
    }

    @Test
    void itsDigitAndItsItemGiveItTheKeyboard(FxRobot robot) throws Exception {
        awaitPinned(LessonTarget.NETWORK);
        press(robot, KeyCode.DIGIT2);
        assertThat(TestWindow.onFx(this::hasKeyboard)).isTrue();
        assertThat(TestWindow.onFx(() -> pages.selectedPage().getValue())).isSameAs(page(LessonTarget.CURVES));
        press(robot, KeyCode.DIGIT3);
        assertThat(TestWindow.onFx(() -> pages.selectedPage().getValue())).isSameAs(page(LessonTarget.RESULTS));

        CheckMenuItem item = (CheckMenuItem) window.menuItem(robot, "menu-network-page");
        robot.interact(() -> {
            // As a click does.
            item.setSelected(!item.isSelected());
            item.fire();
        });
        assertThat(item.isSelected()).as("in sight").isTrue();
        assertThat(((CheckMenuItem) window.menuItem(robot, "menu-results-page")).isSelected())
                .isTrue();
        assertThat(TestWindow.onFx(this::hasKeyboard)).isTrue();
    }

    private boolean hasKeyboard() {
        for (Node node = window.stage().getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node == pages.getItems().get(1)) {
                return true;
            }
        }
        return false;
    }
}
