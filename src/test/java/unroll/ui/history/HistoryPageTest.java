package unroll.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.history.Snapshots.Snapshot;
import unroll.session.run.Phase;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.ui.TestWindow;

/** The page that goes back to what a run was. */
@ExtendWith(ApplicationExtension.class)
class HistoryPageTest {
    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static void choosePage(FxRobot robot) {
        robot.interact(() -> {
            TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
            pages.getTabs().stream()
                    .filter(tab -> "history-page".equals(tab.getId()))
                    .forEach(pages.getSelectionModel()::select);
        });
    }

    private List<Snapshot> snapshots() {
        return window.session().history().snapshots().kept();
    }

    private void trained() throws Exception {
        window.session().train().get();
        window.await("some moments", () -> snapshots().size() >= 3);
        window.session().pause().get();
        window.session().copies().workOut(() -> true).get();
    }

    private void awaitWords(Label label, String words) {
        window.await(
                "“%s”".formatted(words), () -> TestWindow.onFx(label::getText).contains(words));
    }

    private static void press(FxRobot robot, Slider slider, KeyCode key) {
        robot.interact(() -> {
            slider.requestFocus();
            slider.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            slider.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
        });
    }

    @Test
    void scrubsBackSeesWhatWasAndGoesOnFromThere(FxRobot robot) throws Exception {
        window.smallRun(robot);
        choosePage(robot);
        Slider slider = robot.lookup("#snapshot-slider").queryAs(Slider.class);
        Label caption = robot.lookup("#snapshot-caption").queryAs(Label.class);
        TextArea text = robot.lookup("#past-text").queryAs(TextArea.class);
        Label painted = robot.lookup("#past-caption").queryAs(Label.class);
        Button goOn = robot.lookup("#go-on-from-here").queryButton();
        assertThat(goOn.isDisabled()).isTrue();
        trained();
        window.await(
                "the moments",
                () -> TestWindow.onFx(() -> slider.getMax() == snapshots().size() - 1));

        press(robot, slider, KeyCode.HOME);
        awaitWords(caption, "Step 0 of ");
        awaitWords(painted, "at step 0.");
        String untrained = text.getText();
        assertThat(untrained).isNotEmpty();
        press(robot, slider, KeyCode.RIGHT);
        Snapshot second = snapshots().get(1);
        awaitWords(caption, String.format(Locale.ROOT, "Step %,d of ", second.step()));
        awaitWords(caption, "training loss ");
        awaitWords(painted, String.format(Locale.ROOT, "at step %,d.", second.step()));
        assertThat(text.getText()).isNotEqualTo(untrained);

        robot.interact(goOn::fire);
        window.awaitStatus("the branch", status -> status.metrics().step() == second.step());
        assertThat(window.status().phase()).isEqualTo(Phase.PAUSED);
        awaitWords(caption, String.format(Locale.ROOT, "Step %1$,d of %1$,d", second.step()));
        assertThat(snapshots()).hasSize(2);
        window.session().step().get();
        assertThat(window.status().metrics().step()).isEqualTo(second.step() + 1);
    }

    @Test
    void playsToTheEndAndForgetsWhereNoMomentsAreWanted(FxRobot robot) throws Exception {
        window.awaitStatus("the first text", status -> status.opened().text() != null);
        Settings start = Settings.startingWith(TaskConfig.parse("addition:digits=1,examples=200"));
        window.session()
                .data()
                .choose(start.withModel(start.model().withHidden(8)), null)
                .get();
        choosePage(robot);
        Slider slider = robot.lookup("#snapshot-slider").queryAs(Slider.class);
        Label caption = robot.lookup("#snapshot-caption").queryAs(Label.class);
        Label refusal = robot.lookup("#past-refusal").queryAs(Label.class);
        TextArea text = robot.lookup("#past-text").queryAs(TextArea.class);
        Button play = robot.lookup("#play-snapshots").queryButton();
        CheckBox keep = robot.lookup("#record-snapshots").queryAs(CheckBox.class);
        trained();
        window.await(
                "the moments",
                () -> TestWindow.onFx(() -> slider.getMax() == snapshots().size() - 1));
        awaitWords(refusal, "has an encoder");
        assertThat(text.getText()).contains("→");

        press(robot, slider, KeyCode.HOME);
        awaitWords(caption, "Step 0 of ");
        robot.interact(play::fire);
        assertThat(play.getText()).isEqualTo("Stop");
        awaitWords(
                caption,
                String.format(Locale.ROOT, "Step %,d of ", snapshots().get(1).step()));
        robot.interact(play::fire);
        assertThat(play.getText()).isEqualTo("Play");

        robot.interact(keep::fire);
        awaitWords(caption, "No snapshots are recorded");
        assertThat(snapshots()).isEmpty();
        assertThat(goOnIsDisabled(robot)).isTrue();
    }

    private static boolean goOnIsDisabled(FxRobot robot) {
        return robot.lookup("#go-on-from-here").queryButton().isDisabled();
    }
}
