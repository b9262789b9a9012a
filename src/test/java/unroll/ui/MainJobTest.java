package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.message.Formats;
import unroll.session.run.Phase;

/** What a user does, from the first text to the resumed run. */
@ExtendWith(ApplicationExtension.class)
class MainJobTest {
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
    void opensWithTheDefaultTextAndAnEmptyChart(FxRobot robot) throws Exception {
        window.await(
                "the default text",
                () -> !window.words(robot, "#corpus-characters").equals("–"));
        assertThat(window.status().opened().text().name()).contains("drama");
        assertThat(inked(robot)).isZero();
        assertThat(window.words(robot, "#train-button")).isEqualTo("Train");
    }

    /** The text that was asked for has more room than the live samples, from its beginning; closed, they have theirs again. */
    private void growsOverTheSamples(FxRobot robot) {
        Node samples = robot.lookup("#samples-card").query();
        ScrollPane written = robot.lookup("#written-text").queryAs(ScrollPane.class);
        window.await(
                "the larger text",
                () -> TestWindow.onFx(
                        () -> written.getHeight() > samples.getLayoutBounds().getHeight() && written.getVvalue() == 0));
        double shrunk = samples.getLayoutBounds().getHeight();
        window.press(robot, "#close-written-button");
        window.await(
                "the larger samples",
                () -> TestWindow.onFx(() -> samples.getLayoutBounds().getHeight() > shrunk));
        assertThat(written.isVisible()).isFalse();
    }

    @Test
    void trainsSavesAndGoesOn(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.press(robot, "#train-button");
        window.awaitStatus("some steps", status -> status.metrics().step() >= 20);
        window.await("a moving chart", () -> inked(robot) > 50);
        window.await(
                "the pause button", () -> window.words(robot, "#train-button").equals("Pause"));
        window.press(robot, "#train-button");
        window.awaitStatus("the pause", status -> status.phase() == Phase.PAUSED);

        long paused = window.status().metrics().step();
        window.press(robot, "#step-button");
        window.awaitStatus(
                "one step", status -> status.metrics().step() == paused + 1 && status.phase() != Phase.RUNNING);
        window.await("the figure", () -> window.words(robot, "#step-figure").equals(Formats.count(paused + 1)));

        window.enter(robot, "#prime-field", "the ");
        window.await(
                "a written text", () -> window.words(robot, "#written-text").length() > 400);
        assertThat(window.words(robot, "#written-text")).startsWith("the ");
        growsOverTheSamples(robot);

        Path file = window.folder().resolve("model.safetensors");
        robot.interact(() -> window.documents().saver().saveTo(file));
        window.awaitStatus("the save", status -> !status.model().unsaved());
        assertThat(Files.size(file)).isPositive();

        robot.interact(() -> window.documents().switcher().open(window.folder().resolve("small.txt")));
        window.await(
                "the refusal of a text as a model",
                () -> !window.words(robot, "#banner-sentence").isEmpty());
        assertThat(window.status().metrics().step()).isEqualTo(paused + 1);

        Path picture = window.folder().resolve("loss.png");
        Path table = window.folder().resolve("loss.csv");
        robot.interact(() -> window.export().picture(picture));
        robot.interact(() -> window.export().table(table));
        window.await("the exports", () -> Files.exists(picture) && Files.exists(table));
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(600);
        assertThat(Files.readAllLines(table)).hasSizeGreaterThan(10);

        window.press(robot, "#reset-button");
        window.awaitStatus("the reset", status -> status.metrics().step() == 0);
        window.await("an empty chart", () -> inked(robot) == 0);
        robot.interact(() -> window.documents().switcher().open(file));
        window.awaitStatus("the opened model", status -> status.metrics().step() == paused + 1);
        window.await("its curves", () -> inked(robot) > 50);

        robot.interact(() -> robot.lookup("#train-button").query().requestFocus());
        robot.type(KeyCode.SPACE);
        window.awaitStatus("the resumed run", status -> status.metrics().step() > paused + 5);
        robot.type(KeyCode.SPACE);
        window.awaitStatus("the second pause", status -> status.phase() == Phase.PAUSED);
    }

    @Test
    void showsSamplesNewestFirst(FxRobot robot) throws Exception {
        window.smallRun(robot);
        robot.interact(
                () -> robot.lookup("#training-fold").queryAs(ToggleButton.class).fire());
        window.enter(robot, "#sample-every-field", "5");
        window.press(robot, "#train-button");
        window.await(
                "two samples",
                () -> TestWindow.onFx(
                                () -> robot.lookup(".sample-card").queryAll().size())
                        >= 2);
        window.press(robot, "#train-button");
        String first = TestWindow.onFx(
                () -> robot.lookup(".sample-label").queryLabeled().getText());
        assertThat(first).matches("step\u00a0\\d+(,\\d+)* · loss\u00a0\\d\\.\\d\\d · \\d+\u00a0%\u00a0real\u00a0words");
    }

    /** Pixels of the loss curve's color in the loss chart. */
    private static long inked(FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> {
            Node chart = robot.lookup("#loss-chart").query();
            WritableImage picture = chart.snapshot(null, null);
            long count = 0;
            for (int y = 0; y < (int) picture.getHeight(); y++) {
                for (int x = 0; x < (int) picture.getWidth(); x++) {
                    Color color = picture.getPixelReader().getColor(x, y);
                    count += color.getBlue() - color.getRed() > 0.4 ? 1 : 0;
                }
            }
            return count;
        });
    }
}
