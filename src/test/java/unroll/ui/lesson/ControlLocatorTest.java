package unroll.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.lesson.LessonTarget;
import unroll.ui.TestWindow;

/** Whatever a lesson may name is in the window, folded away or not. */
@ExtendWith(ApplicationExtension.class)
class ControlLocatorTest {
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
    void everyControlIsInTheWindow(FxRobot robot) throws Exception {
        window.awaitStatus("the first text", status -> status.opened().text() != null);
        Node root = TestWindow.onFx(() -> window.stage().getScene().getRoot());
        List<LessonTarget> missing = TestWindow.onFx(() -> Stream.of(LessonTarget.values())
                .filter(control -> control.kind() != LessonTarget.TargetKind.PAGE)
                .filter(control -> ControlLocator.region(control, root).isEmpty())
                .toList());
        assertThat(missing).isEmpty();
        List<String> tabs = TestWindow.onFx(() -> robot.lookup("#pages").queryAs(TabPane.class).getTabs().stream()
                .map(Tab::getId)
                .toList());
        assertThat(tabs)
                .containsAll(
                        LessonTarget.pages().stream().map(ControlLocator::id).toList());
    }

    @Test
    void aFieldIsMoreThanItsEntry() throws Exception {
        Node root = TestWindow.onFx(() -> window.stage().getScene().getRoot());
        for (LessonTarget control : LessonTarget.values()) {
            if (control.kind() == LessonTarget.TargetKind.FIELD) {
                assertThat(TestWindow.onFx(() -> ControlLocator.region(control, root))
                                .orElseThrow()
                                .getStyleClass())
                        .as(control.word())
                        .containsAnyOf("field", "field-group");
            }
        }
    }
}
