package unroll.ui.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.race.RaceStatus;
import unroll.session.race.RaceStatus.RaceState;
import unroll.session.run.Phase;
import unroll.settings.Setting;
import unroll.settings.SettingsSchema;
import unroll.ui.TestWindow;

/** The page on which a few networks race: from the race to the one that is kept. */
@ExtendWith(ApplicationExtension.class)
class RacePageTest {
    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** The page over the small text and the small network. */
    private void open(FxRobot robot) throws Exception {
        window.smallRun(robot);
        TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
        robot.interact(() -> pages.getTabs().stream()
                .filter(tab -> "race-page".equals(tab.getId()))
                .forEach(pages.getSelectionModel()::select));
    }

    private static void vary(FxRobot robot, Setting<?> varied, String values) {
        ComboBox<Setting<?>> choice = robot.lookup("#race-varied").queryComboBox();
        robot.interact(() -> choice.setValue(varied));
        robot.interact(
                () -> robot.lookup("#race-values").queryTextInputControl().setText(values));
    }

    private RaceStatus race() {
        return window.session().race().status();
    }

    private void awaitSteps(long step) {
        window.await(
                String.format(Locale.ROOT, "step %d of the race", step),
                () -> race().standings().stream()
                        .allMatch(standing -> standing.progress().metrics().step() >= step));
    }

    private String word(FxRobot robot, String id) throws Exception {
        return window.words(robot, id);
    }

    @Test
    void theCompetitorsStandThereFaintlyBeforeTheStart(FxRobot robot) throws Exception {
        open(robot);
        vary(robot, SettingsSchema.HIDDEN, "8, 24, 32");
        window.await(
                "three networks", () -> robot.lookup(".race-column").queryAll().size() == 3);
        Node columns = robot.lookup(".race-columns").query();
        // The style comes with the next layout.
        window.await("faint columns", () -> TestWindow.onFx(() -> columns.getOpacity() < 0.6));
        assertThat(word(robot, "#race-parameters-0")).isEqualTo("–");
        assertThat(robot.lookup("#race-take-0").queryButton().isDisabled()).isTrue();
        robot.interact(
                () -> robot.lookup("#race-values").queryTextInputControl().setText("8"));
        window.await(
                "no race of one", () -> robot.lookup(".race-column").queryAll().isEmpty());
    }

    @Test
    void twoNetworksRaceAndOneBecomesTheModel(FxRobot robot) throws Exception {
        open(robot);
        vary(robot, SettingsSchema.HIDDEN, "8, 24");
        Button start = robot.lookup("#race-start").queryButton();
        robot.interact(start::fire);
        window.await("the race", () -> TestWindow.onFx(start::getText).equals("Pause"));
        awaitSteps(250);
        window.await(
                "both texts",
                () -> TestWindow.onFx(() -> !robot.lookup("#race-text-0")
                                .queryTextInputControl()
                                .getText()
                                .isEmpty()
                        && !robot.lookup("#race-text-1")
                                .queryTextInputControl()
                                .getText()
                                .isEmpty()));
        robot.interact(start::fire);
        window.await("the pause", () -> TestWindow.onFx(start::getText).equals("Continue"));

        long step = race().standings().get(1).progress().metrics().step();
        assertThat(race().standings().get(0).progress().metrics().step()).isEqualTo(step);
        assertThat(word(robot, "#race-state"))
                .startsWith(String.format(
                        Locale.ROOT, "Race paused at step %,d. The lowest validation loss so far: ", step));
        assertThat(word(robot, "#race-parameters-1"))
                .isEqualTo(String.format(
                        Locale.ROOT, "%,d", race().standings().get(1).parameters()));
        assertThat(word(robot, "#race-speed-0")).isNotEqualTo("–");
        assertThat(Double.parseDouble(word(robot, "#race-validation-1"))).isPositive();

        window.press(robot, "#race-take-1");
        window.awaitStatus("the new model", status -> status.metrics().step() == step);
        assertThat(window.status().settings().model().hidden()).isEqualTo(24);
        assertThat(window.status().phase()).isEqualTo(Phase.PAUSED);
        window.await(
                "the end of the race", () -> TestWindow.onFx(start::getText).equals("Start"));
        assertThat(TestWindow.onFx(() -> robot.lookup("#race-take-0").query().isDisabled()))
                .isTrue();
        assertThat(word(robot, "#race-state")).startsWith("The race ended after step");
    }

    @Test
    void aNetworkTakesTheModelsPlaceAndTheModelIsSetAside(FxRobot robot) throws Exception {
        open(robot);
        window.press(robot, "#step-button");
        window.awaitStatus("one step", status -> status.metrics().step() == 1);
        vary(robot, SettingsSchema.LEARNING_RATE, "0.001 0.01 0.1");
        window.press(robot, "#race-start");
        awaitSteps(3);
        assertThat(window.status().metrics().step()).isEqualTo(1);
        window.await(
                "three columns", () -> robot.lookup("#race-take-2").tryQuery().isPresent());

        window.press(robot, "#race-take-2");
        window.awaitStatus(
                "the third network", status -> status.settings().training().learningRate() == 0.1);
        assertThat(window.status().metrics().step()).isGreaterThanOrEqualTo(3);
        window.press(robot, "#undo-replace-button");
        window.awaitStatus("the model of before", status -> status.metrics().step() == 1);
    }

    @Test
    void saysWhatCannotRaceAndStopsWhatDoes(FxRobot robot) throws Exception {
        open(robot);
        for (String cell : new String[] {"elman", "gru"}) {
            robot.interact(() ->
                    robot.lookup("#race-choice-" + cell).queryAs(CheckBox.class).fire());
        }
        window.press(robot, "#race-start");
        assertThat(word(robot, "#race-refusal")).isEqualTo("A race is between 2 to 4 networks; you have chosen 1.");
        assertThat(race().state()).isEqualTo(RaceState.NONE);

        vary(robot, SettingsSchema.BATCH, "4, 4000");
        assertThat(word(robot, "#race-refusal")).isEmpty();
        window.press(robot, "#race-start");
        window.await("the refusal", () -> word(robot, "#race-refusal").contains("a batch of 4000 with a window of"));

        vary(robot, SettingsSchema.BATCH, "2, 4");
        window.press(robot, "#race-start");
        awaitSteps(2);
        window.await(
                "a race to stop",
                () -> !TestWindow.onFx(() -> robot.lookup("#race-stop").query().isDisabled()));
        assertThat(word(robot, "#race-refusal")).isEmpty();
        window.press(robot, "#race-stop");
        window.await("the end", () -> race().state() == RaceState.OVER);
    }
}
