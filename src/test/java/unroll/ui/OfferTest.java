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

/** Where the last run was left unsaved, the window offers to go on with it until there is a new one. */
@ExtendWith(ApplicationExtension.class)
class OfferTest {
    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory("unroll-offer");
        Files.writeString(folder.resolve("autosave.safetensors"), "something was left here");
        window = new TestWindow(stage, folder);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void staysWhileTheDefaultTextOpensAndGoesWhenTrainingBegins(FxRobot robot) throws Exception {
        window.awaitSentence("Opened ");
        assertThat(bannerIsVisible(robot)).isTrue();
        assertThat(robot.lookup("#continue-button").tryQuery()).isPresent();

        window.press(robot, "#step-button");
        window.await("the end of the offer", () -> !bannerIsVisible(robot));
    }

    private static boolean bannerIsVisible(FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> robot.lookup("#banner").query().isVisible());
    }
}
