package unroll.ui.lens.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.corpus.Corpus;
import unroll.session.Presets;
import unroll.session.run.Phase;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.ui.TestWindow;
import unroll.ui.control.Nodes;

/** The page that shows the gradient: its map, what clipping does, a weight checked by hand, and the demonstrations. */
@ExtendWith(ApplicationExtension.class)
class GradientsPageTest {
    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static void choosePage(FxRobot robot, String id) {
        robot.interact(() -> {
            TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
            pages.getSelectionModel()
                    .select(pages.getTabs().stream()
                            .filter(tab -> id.equals(tab.getId()))
                            .findFirst()
                            .orElseThrow());
        });
    }

    @Test
    void theResultsOfBothCardsAreInSightWhileTheirExplanationsAreOpen(FxRobot robot) throws Exception {
        trainedALittle(robot);
        choosePage(robot, "gradients-page");
        window.await(
                "the spectral radii",
                () -> Nodes.isShowing(robot.lookup("#radius-table").query()));
        window.await("the share", () -> window.words(robot, "#vanishing-words").contains("LSTM"));
        for (String explanation : List.of("#gradients-explanation", "#vanishing-explanation")) {
            assertThat(robot.lookup(explanation).queryAs(ToggleButton.class).isSelected())
                    .isTrue();
        }
        window.await(
                "the result above the status bar",
                () -> TestWindow.onFx(() -> bottom(robot, "#vanishing-words") <= bottom(robot, "#pages")));
        assertThat(TestWindow.onFx(() -> bottom(robot, "#pages"))).isLessThan(800);
    }

    private static double bottom(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    /** A few steps, so that nothing moves while the test looks. */
    private void trainedALittle(FxRobot robot) throws Exception {
        window.smallRun(robot);
        for (int step = 0; step < 25; step++) {
            window.session().step().get();
        }
        window.awaitStatus("some steps", status -> status.metrics().step() == 25);
    }

    @Test
    void showsTheGradientOfThePresentModelAndItsNumbers(FxRobot robot) throws Exception {
        trainedALittle(robot);
        choosePage(robot, "gradients-page");
        Labeled place = robot.lookup("#flow-place").query();
        window.await(
                "the gradient",
                () -> TestWindow.onFx(place::getText)
                        .startsWith(String.format(
                                Locale.ROOT,
                                "After step %,d,",
                                window.status().metrics().step())));

        Node map = robot.lookup("#flow-map").query();
        Labeled reading = robot.lookup("#flow-reading").query();
        press(robot, map, KeyCode.LEFT);
        assertThat(reading.getText()).startsWith("Step 10 of 10, layer 1: ‖∂L/∂a‖ = ");

        // Of one layer of GRU: a heading and a number for each of three blocks, and the layer's name.
        GridPane radii = robot.lookup("#radius-table").queryAs(GridPane.class);
        assertThat(radii.getChildren()).hasSize(7);
        assertThat(window.words(robot, "#clipping-words")).contains("of the last");
    }

    @Test
    void comparesElmanAndLstmWithoutAnyTraining(FxRobot robot) throws Exception {
        choosePage(robot, "gradients-page");
        Labeled words = robot.lookup("#vanishing-words").query();
        window.await("both gradients", () -> TestWindow.onFx(words::getText).contains("in the Elman network and"));
        String ofTwenty = words.getText();
        Slider length = robot.lookup("#vanishing-length").queryAs(Slider.class);
        robot.interact(() -> length.setValue(60));
        window.await(
                "those of a longer string",
                () -> TestWindow.onFx(words::getText).contains("×10⁻¹² of it in the Elman"));
        assertThat(words.getText()).isNotEqualTo(ofTwenty);
    }

    /** Two layers of an encoder and of its decoder: their steps in one map, and a radius for each block of all four. */
    @Test
    void showsAnEncoderBeforeItsDecoder(FxRobot robot) throws Exception {
        window.awaitStatus("the first text", status -> status.opened().text() != null);
        Settings start = Settings.startingWith(TaskConfig.parse("addition:digits=1,examples=200"));
        window.session()
                .data()
                .choose(
                        start.withModel(
                                start.model().withCell("gru").withHidden(8).withLayers(2)),
                        null)
                .get();
        window.session().train().get();
        window.awaitStatus("some steps", status -> status.metrics().step() > 0);
        window.session().pause().get();
        choosePage(robot, "gradients-page");
        Labeled place = robot.lookup("#flow-place").query();
        window.await("the gradient", () -> TestWindow.onFx(place::getText).startsWith("After step"));

        Node map = robot.lookup("#flow-map").query();
        Labeled reading = robot.lookup("#flow-reading").query();
        press(robot, map, KeyCode.LEFT);
        assertThat(reading.getText()).startsWith("Step 3 of 3 of the decoder, layer 1: ‖∂L/∂a‖ = ");
        for (int i = 0; i < 3; i++) {
            press(robot, map, KeyCode.LEFT);
        }
        press(robot, map, KeyCode.UP);
        assertThat(reading.getText()).startsWith("Step 3 of 3 of the encoder, layer 2: ‖∂L/∂a‖ = ");
        // A heading for each of three blocks, and a name and three numbers for each of four layers.
        GridPane radii = robot.lookup("#radius-table").queryAs(GridPane.class);
        assertThat(radii.getChildren()).hasSize(3 + 4 * 4);
    }

    private static void press(FxRobot robot, Node node, KeyCode key) {
        robot.interact(
                () -> node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }

    @Test
    void holdsThePictureWhileTrainingGoesOn(FxRobot robot) throws Exception {
        trainedALittle(robot);
        choosePage(robot, "gradients-page");
        Labeled place = robot.lookup("#flow-place").query();
        window.await("the gradient", () -> TestWindow.onFx(place::getText).startsWith("After step"));
        String before = place.getText();
        ToggleButton hold = robot.lookup("#hold-gradients").queryAs(ToggleButton.class);
        robot.interact(hold::fire);
        long step = window.status().metrics().step();
        window.session().step().get();
        window.awaitStatus("another step", status -> status.metrics().step() > step);
        assertThat(TestWindow.onFx(place::getText)).isEqualTo(before);
        robot.interact(hold::fire);
        window.await(
                "the new picture",
                () -> TestWindow.onFx(place::getText)
                        .startsWith(String.format(Locale.ROOT, "After step %,d,", step + 1)));
    }

    @Test
    void checksAWeightByHand(FxRobot robot) throws Exception {
        trainedALittle(robot);
        choosePage(robot, "gradients-page");
        window.await("the page", () -> robot.lookup("#check-fold").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#check-fold").queryAs(ToggleButton.class).fire());
        window.await(
                "its content", () -> robot.lookup("#check-weight").tryQuery().isPresent());
        Button check = robot.lookup("#check-weight").queryButton();
        Labeled verdict = robot.lookup("#check-verdict").query();
        Labeled calculation = robot.lookup("#check-calculation").query();
        window.await(
                "the tensors",
                () -> TestWindow.onFx(() -> "layer0.Waa"
                        .equals(robot.lookup("#check-tensor").queryComboBox().getValue())));
        robot.interact(check::fire);
        window.await("the verdict", () -> TestWindow.onFx(verdict::getText).contains("they agree"));
        assertThat(calculation.getText()).contains("w = layer0.Waa[", "ε = 1×10⁻⁴", "L(w + ε)", "by backpropagation");

        window.enter(robot, "#check-row", "100000");
        robot.interact(check::fire);
        window.await("the refusal", () -> TestWindow.onFx(verdict::getText).contains("layer0.Waa has"));
    }

    private List<String> tensors(FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> robot.lookup("#check-tensor").queryComboBox().getItems().stream()
                .map(String.class::cast)
                .toList());
    }

    private void openWeightCheck(FxRobot robot) {
        choosePage(robot, "gradients-page");
        window.await("the page", () -> robot.lookup("#check-fold").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#check-fold").queryAs(ToggleButton.class).fire());
    }

    @Test
    void offersTheWeightsOfTheModelThatTookTheOthersPlace(FxRobot robot) throws Exception {
        trainedALittle(robot);
        Path one = window.session()
                .modelFiles()
                .save(window.folder().resolve("one-layer.unroll"))
                .get();
        window.session().reset().get();
        window.awaitStatus("the reset", status -> status.metrics().step() == 0);
        window.enter(robot, "#layers-field", "2");
        window.awaitStatus("two layers", status -> status.settings().model().layers() == 2);
        window.session().step().get();
        window.awaitStatus("a step", status -> status.metrics().step() == 1);
        openWeightCheck(robot);
        window.await("the tensors", () -> tensors(robot).contains("layer1.Waa"));

        window.session().modelFiles().open(one).get();
        window.await("the other tensors", () -> !tensors(robot).contains("layer1.Waa"));
        window.await("the other tensors", () -> tensors(robot).contains("layer0.Waa"));
    }

    @Test
    void offersTheWeightsAsSoonAsTheModelsTextIsThere(FxRobot robot) throws Exception {
        trainedALittle(robot);
        Path model = window.session()
                .modelFiles()
                .save(window.folder().resolve("small.unroll"))
                .get();
        Path text = window.folder().resolve("small.txt");
        String words = Files.readString(text);
        Path other = Files.writeString(window.folder().resolve("other.txt"), "to be or not to be\n".repeat(200));
        Files.delete(text);
        window.openText(robot, other);
        window.awaitStatus("another text", status -> {
            Corpus opened = status.opened().text();
            return opened != null && opened.name().equals("other.txt");
        });
        window.session().modelFiles().open(model).get();
        openWeightCheck(robot);
        Labeled verdict = robot.lookup("#check-verdict").query();
        window.await("the reason", () -> TestWindow.onFx(verdict::getText).contains("small.txt"));
        assertThat(tensors(robot)).isEmpty();

        Files.writeString(text, words);
        window.openText(robot, text);
        window.await("the tensors", () -> tensors(robot).contains("layer0.Waa"));
    }

    @Test
    void aDemonstrationAsksNothing(FxRobot robot) throws Exception {
        window.awaitStatus("the first text", status -> status.opened().text() != null);
        window.session().step().get();
        choosePage(robot, "gradients-page");
        robot.interact(() -> robot.lookup("#explode-button").queryButton().fire());
        window.awaitStatus(
                "the explosion", status -> status.settings().equals(Presets.EXPLODE) && status.phase() == Phase.FAILED);
        window.await(
                "slow motion",
                () -> TestWindow.onFx(() -> robot.lookup("#slow-motion").query().isVisible()));
        String banner = window.words(robot, "#banner-sentence");
        assertThat(banner)
                .contains(
                        "(now 5) ",
                        "counting goes on from step "
                                + window.status().metrics().step() + ";");
        String weights = banner.replaceFirst(".*those of step (\\d+) again.*", "$1");
        Labeled place = robot.lookup("#flow-place").query();
        window.await(
                "the step of the weights",
                () -> TestWindow.onFx(place::getText).startsWith("After step " + weights + ","));
        assertThat(robot.lookup(".radius").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .doesNotContain("1.00 ▲", "1.00 ▽");
        robot.interact(
                () -> robot.lookup("#slow-motion-place").queryAs(Slider.class).setValue(0));
        assertThat(window.words(robot, "#slow-motion-words")).startsWith("Step 1: gradient norm");
        window.press(robot, "#slow-motion-next");
        assertThat(window.words(robot, "#slow-motion-words")).startsWith("Step 2:");
        window.press(robot, "#reset-button");
        window.await(
                "the end of slow motion",
                () -> !TestWindow.onFx(
                        () -> robot.lookup("#slow-motion").query().isVisible()));
    }
}
