package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Where the program's folder cannot be written, the window says that autosave is off, and trains all the same. */
@ExtendWith(ApplicationExtension.class)
class UnwritableFolderTest {
    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        // Not a protected folder: whoever may do anything may write there too.
        Path file = Files.createTempFile("unroll-home", "");
        window = new TestWindow(stage, file.resolve("home"));
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void saysThatAutosaveIsOff(FxRobot robot) throws Exception {
        window.awaitStatus("the default text", status -> status.opened().text() != null);
        window.enter(robot, "#hidden-field", "16");
        window.enter(robot, "#layers-field", "1");
        window.press(robot, "#step-button");
        window.awaitStatus("one step", status -> status.metrics().step() == 1);
        window.awaitSentence("Autosave is off because the folder ");
        assertThat(TestWindow.onFx(() -> robot.lookup("#banner").query().isVisible()))
                .isTrue();
        assertThat(window.words(robot, "#saved-note")).isEqualTo("Not saved yet · autosave is off");
    }
}
