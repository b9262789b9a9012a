package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import unroll.session.run.Phase;
import unroll.settings.Settings;
import unroll.task.TaskConfig;
import unroll.ui.control.Nodes;
import unroll.ui.lens.ShadedText;

/** The pages that look inside the model, over a model that is being trained. */
@ExtendWith(ApplicationExtension.class)
class InsidePagesTest {
    private static final long PATIENCE_MILLIS = 20_000;

    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static void page(FxRobot robot, String title) {
        TabPane pages = node(robot, "#pages", TabPane.class);
        robot.interact(() -> pages.getTabs().stream()
                .filter(tab -> tab.getText().equals(title))
                .forEach(pages.getSelectionModel()::select));
    }

    /** Trains a small network to the text of {@link TestWindow#smallRun}, and on. */
    private void train(FxRobot robot) throws Exception {
        window.smallRun(robot);
        window.session().train();
        window.awaitStatus("some training", status -> status.metrics().step() >= 50);
    }

    private void awaitWords(Label label, String words) {
        window.await(
                "“%s”".formatted(words), () -> TestWindow.onFx(label::getText).contains(words));
    }

    /** Looked up on JavaFX's thread: the page may change while the network learns. */
    private static <T> T node(FxRobot robot, String id, Class<T> type) {
        return type.cast(WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE_MILLIS, () -> robot.lookup(id).query()));
    }

    private static boolean isThere(FxRobot robot, String id) throws Exception {
        return TestWindow.onFx(() -> robot.lookup(id).tryQuery().isPresent());
    }

    @Test
    void paintsATextWithAUnitThatWasFound(FxRobot robot) throws Exception {
        page(robot, "Neurons");
        Label caption = node(robot, "#painted-caption", Label.class);
        ShadedText text = node(robot, "#painted-text", ShadedText.class);
        Pane found = node(robot, "#found-units", Pane.class);
        window.await(
                "the reason why there is nothing yet",
                () -> TestWindow.onFx(() ->
                                node(robot, "#painted-refusal", Label.class).getText())
                        .contains("press Train"));

        train(robot);
        window.await("units", () -> TestWindow.onFx(() -> !found.getChildren().isEmpty()));
        assertThat(found.getChildren()).as("a unit for each tile").hasSize(8).doesNotHaveDuplicates();
        window.await(
                "a unit of the gallery, painted by itself",
                () -> TestWindow.onFx(() -> found.getChildren().stream()
                        .anyMatch(tile -> caption.getText().contains(unit(tile) + ", at step"))));
        assertThat(IntStream.range(0, text.shading().shades().length)
                        .mapToDouble(i -> Math.abs(text.shading().shades()[i]))
                        .max()
                        .orElse(0))
                .as("the strongest has the strongest color")
                .isEqualTo(1);

        window.session().pause().get();
        // In one go: the gallery may be filled once more after the pause.
        String pressed = TestWindow.onFx(() -> {
            Button tile = (Button) found.getChildren().get(3);
            tile.fire();
            return unit(tile);
        });
        awaitWords(caption, pressed + ", at step");
    }

    @Test
    void showsWhatBecomesOfTheTextAndTheLossWhenAUnitIsSwitchedOff(FxRobot robot) throws Exception {
        page(robot, "Neurons");
        ToggleButton intervene = node(robot, "#intervene", ToggleButton.class);
        Label caption = node(robot, "#intervention-caption", Label.class);
        Pane table = node(robot, "#intervention-table", Pane.class);
        train(robot);
        awaitWords(node(robot, "#painted-caption", Label.class), "at step");
        assertThat(Nodes.isShowing(caption)).isFalse();
        robot.interact(intervene::fire);
        awaitWords(caption, "switched off (0), at step");
        window.session().pause().get();
        assertThat(TestWindow.onFx(() -> table.getChildren().stream()
                        .map(each -> ((Label) each).getText())
                        .toList()))
                .contains("spaces", "line position")
                .doesNotContain("inside quotes");
        assertThat(window.words(robot, "#intervention-before"))
                .hasSize(300)
                .isNotEqualTo(window.words(robot, "#intervention-after"));
        ComboBox<?> kind = node(robot, "#intervention-choice", ComboBox.class);
        robot.interact(() -> kind.getSelectionModel().selectLast());
        awaitWords(caption, "inverted, at step");
        robot.interact(intervene::fire);
        assertThat(Nodes.isShowing(caption)).isFalse();
    }

    @Test
    void writesTheSameAtThreeTemperaturesFromTheSameRandomNumbers(FxRobot robot) throws Exception {
        page(robot, "X-ray");
        train(robot);
        window.session().pause().get();
        robot.interact(node(robot, "#xray-temperatures", ToggleButton.class)::fire);
        List<ShadedText> texts = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> node(robot, "#temperature-text-" + i, ShadedText.class))
                .toList();
        window.await(
                "three texts",
                () -> TestWindow.onFx(
                        () -> texts.stream().allMatch(text -> text.shading().text().length == 300)));
        // So hot that a network which has memorized the text strays from it, too.
        window.enter(robot, "#temperature-3", "10");
        window.await(
                "another text when hot",
                () -> TestWindow.onFx(() -> !Arrays.equals(
                        texts.get(0).shading().text(), texts.get(2).shading().text())));

        for (int i = 1; i <= 3; i++) {
            window.enter(robot, "#temperature-" + i, "0.5");
        }
        window.await(
                "the same text three times",
                () -> TestWindow.onFx(() -> {
                    int[] first = texts.get(0).shading().text();
                    return first.length == 300
                            && texts.stream()
                                    .allMatch(text ->
                                            Arrays.equals(first, text.shading().text()));
                }));
    }

    @Test
    void readsTheTextOnThePageNetworkAndLeadsToAStep(FxRobot robot) throws Exception {
        page(robot, "Network");
        Node states = node(robot, "#unrolled-states", Node.class);
        Label caption = node(robot, "#reading-caption", Label.class);
        assertThat(Nodes.isShowing(states)).isFalse();
        train(robot);
        awaitWords(caption, "Read by the network at step");
        window.session().pause().get();
        window.await(
                "a character that was read",
                () -> TestWindow.onFx(() -> {
                    press(states, KeyCode.RIGHT);
                    press(states, KeyCode.LEFT);
                    boolean found = states.getAccessibleText().contains("“h”, layer 1");
                    if (!found) {
                        // It reads on while nothing is pointed at.
                        press(states, KeyCode.ESCAPE);
                    }
                    return found;
                }));
        robot.interact(() -> press(states, KeyCode.ENTER));
        window.await("the page", () -> isThere(robot, "#step-caption"));
        awaitWords(node(robot, "#step-caption", Label.class), "t = ");
        assertThat(node(robot, "#step-caption", Label.class).getText()).contains("reads “h”");
    }

    private static void press(Node node, KeyCode key) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    /** What a tile of the gallery calls its unit, its layer left out. */
    private static String unit(Node tile) {
        String words = ((Button) tile).getText();
        return words.substring("layer 1, ".length(), words.indexOf('\n'));
    }

    @Test
    void aStepAndAnXrayAreThereWithoutBeingAskedFor(FxRobot robot) throws Exception {
        page(robot, "One step");
        awaitWords(node(robot, "#step-refusal", Label.class), "Press Train");
        train(robot);
        awaitWords(node(robot, "#step-caption", Label.class), "t = 1: reads “t”");
        assertThat(node(robot, "#walk-prime", TextField.class).getText()).isEqualTo("the cat sat ");
        page(robot, "X-ray");
        window.await("a text and its most surprising character", () -> isThere(robot, "#character-words"));
        assertThat(node(robot, "#xrayed-text", ShadedText.class).selected()).isNotNegative();
    }

    @Test
    void explanationsFoldWhenTheirPageIsLeftAndStayBehindAButton(FxRobot robot) throws Exception {
        page(robot, "X-ray");
        ToggleButton explanation = node(robot, "#x-ray-explanation", ToggleButton.class);
        Node words = explanation.getParent().getParent().lookup(".hint");
        assertThat(words.isManaged()).isTrue();
        page(robot, "Curves");
        page(robot, "X-ray");
        assertThat(words.isManaged()).isFalse();
        robot.interact(explanation::fire);
        assertThat(words.isVisible()).isTrue();
        assertThat(window.session().preferences().get("explained-x-ray", "")).isEqualTo("yes");
    }

    @Test
    void paintsNothingWhileItIsHidden(FxRobot robot) throws Exception {
        page(robot, "Neurons");
        Label caption = node(robot, "#painted-caption", Label.class);
        train(robot);
        awaitWords(caption, "at step");
        page(robot, "Curves");
        window.session().copies().workOut(() -> true).get();
        String hidden = TestWindow.onFx(caption::getText);
        double seconds = window.status().metrics().seconds();
        window.awaitStatus(
                "training behind the page", status -> status.metrics().seconds() > seconds + 2.5);
        assertThat(TestWindow.onFx(caption::getText)).isEqualTo(hidden);

        page(robot, "Neurons");
        window.await("another look", () -> !TestWindow.onFx(caption::getText).equals(hidden));
    }

    @Test
    void walksAStepForwardAndBack(FxRobot robot) throws Exception {
        page(robot, "One step");
        Label caption = node(robot, "#step-caption", Label.class);
        ButtonBase next = node(robot, "#walk-next", ButtonBase.class);
        ButtonBase back = node(robot, "#walk-back", ButtonBase.class);
        ToggleButton backward = node(robot, "#walk-backward", ToggleButton.class);
        ToggleButton unfolded = node(robot, "#walk-unfolded", ToggleButton.class);
        TextField prime = node(robot, "#walk-prime", TextField.class);
        train(robot);
        awaitWords(caption, "t = 1: reads “t”");
        robot.interact(() -> prime.setText("the "));
        robot.interact(node(robot, "#take-network", ButtonBase.class)::fire);
        window.await("the step of the new text", () -> TestWindow.onFx(() -> !next.isDisabled()));
        assertThat(caption.getText()).contains("Next comes “h”");
        assertThat(back.isDisabled()).isTrue();

        robot.interact(next::fire);
        awaitWords(caption, "t = 2: reads “h”");
        robot.interact(unfolded::fire);
        assertThat(strips(robot)).as("two steps, and every vector twice").isEven();
        int both = strips(robot);
        robot.interact(unfolded::fire);
        assertThat(strips(robot)).isEqualTo(both / 2);

        assertThat(flow(robot)).contains("→").doesNotContain("←");
        robot.interact(backward::fire);
        assertThat(flow(robot)).contains("←", "∂L/∂a<t>").doesNotContain("→");
        assertThat(caption.getText()).contains("the sum of the losses of all steps");
        assertThat(formulas(robot)).anyMatch(line -> line.startsWith("∂L/∂a<t> = from ŷ<t> + from a<t+1>: "));
        assertThat(TestWindow.onFx(() -> robot.lookup(".weight").queryAll().size()))
                .as("weights by name")
                .isEqualTo(6);
        ComboBox<?> loss = node(robot, "#step-loss", ComboBox.class);
        robot.interact(() -> loss.getSelectionModel().selectFirst());
        awaitWords(caption, "the loss of this step alone");
        robot.interact(back::fire);
        awaitWords(caption, "t = 1: reads “t”");
    }

    private static List<String> formulas(FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> robot.lookup(".formula-row").queryAll().stream()
                .map(Node::getAccessibleText)
                .toList());
    }

    @Test
    void walksFromAnEncoderToItsDecoder(FxRobot robot) throws Exception {
        page(robot, "One step");
        window.await("the first text", () -> window.status().opened().text() != null);
        Settings start = Settings.startingWith(TaskConfig.parse("addition:digits=1,examples=200"));
        window.session()
                .data()
                .choose(start.withModel(start.model().withHidden(8)), null)
                .get();
        window.session().train().get();
        window.awaitStatus("some training", status -> status.metrics().step() > 0);
        window.session().pause().get();
        TextField prime = node(robot, "#walk-prime", TextField.class);
        Label caption = node(robot, "#step-caption", Label.class);
        ButtonBase next = node(robot, "#walk-next", ButtonBase.class);
        robot.interact(() -> prime.setText("1+2"));
        robot.interact(node(robot, "#take-network", ButtonBase.class)::fire);
        awaitWords(caption, "Encoder, t = 1: reads “2” and gives nothing");
        assertThat(isThere(robot, "#output-rows")).isFalse();
        robot.interact(node(robot, "#walk-backward", ToggleButton.class)::fire);
        assertThat(caption.getText()).contains("It has no loss of its own");
        for (int time : new int[] {2, 3}) {
            robot.interact(next::fire);
            awaitWords(caption, String.format(Locale.ROOT, "Encoder, t = %d", time));
        }
        robot.interact(next::fire);
        awaitWords(caption, "Decoder, t = 1: reads “end mark” and draws");
        assertThat(isThere(robot, "#output-rows")).isTrue();
    }

    private static int strips(FxRobot robot) throws Exception {
        // The page changes on JavaFX's thread, and a lookup walks through it.
        return TestWindow.onFx(() -> robot.lookup(".strip").queryAll().size());
    }

    private static String flow(FxRobot robot) {
        return node(robot, "#flow-line", Parent.class).getAccessibleText();
    }

    @Test
    void showsHowACharacterWasDrawnAndForksThere(FxRobot robot) throws Exception {
        page(robot, "X-ray");
        train(robot);
        window.session().pause().get();
        window.await("the text that comes by itself", () -> isThere(robot, "#copied-words"));
        window.enter(robot, "#xray-length", "40");
        robot.interact(node(robot, "#xray-write", ButtonBase.class)::fire);
        window.await(
                "the text",
                () -> TestWindow.onFx(() -> node(robot, "#xrayed-text", ShadedText.class)
                                .shading()
                                .text()
                                .length)
                        == 40);
        awaitWords(node(robot, "#copied-words", Label.class), "copied from position");
        ShadedText text = node(robot, "#xrayed-text", ShadedText.class);
        int[] before = text.shading().text();
        assertThat(before).hasSize(40);
        assertThat(text.shading().underlined().isEmpty()).isFalse();

        robot.interact(() -> text.choose(0));
        for (int i = 0; i < 2; i++) {
            press(robot, text, KeyCode.RIGHT);
        }
        assertThat(node(robot, "#character-words", Label.class).getText()).startsWith("Character 3:");
        Button other = TestWindow.onFx(() -> robot.lookup(".fork-choice").queryAllAs(Button.class)).stream()
                .filter(choice -> !choice.isDisabled())
                .findFirst()
                .orElseThrow();
        robot.interact(other::fire);
        window.await("the fork", () -> isThere(robot, "#parent-text"));
        ShadedText fork = node(robot, "#xrayed-text", ShadedText.class);
        int[] after = fork.shading().text();
        assertThat(Arrays.copyOf(after, 2)).isEqualTo(Arrays.copyOf(before, 2));
        assertThat(after[2]).isNotEqualTo(before[2]);
        assertThat(node(robot, "#parent-text", ShadedText.class).shading().text())
                .isEqualTo(before);
    }

    private static void press(FxRobot robot, ShadedText text, KeyCode key) {
        robot.interact(() -> press(text, key));
    }

    @Test
    void saysWhyAModelThatAnswersCannotBeXrayed(FxRobot robot) throws Exception {
        page(robot, "X-ray");
        window.await("the first text", () -> window.status().opened().text() != null);
        Settings start = Settings.startingWith(TaskConfig.parse("addition:digits=1,examples=200"));
        window.session()
                .data()
                .choose(start.withModel(start.model().withHidden(8)), null)
                .get();
        window.session().train();
        window.awaitStatus("some training", status -> status.metrics().step() > 0);
        window.session().pause().get();
        window.awaitStatus("the pause", status -> status.phase() == Phase.PAUSED);
        robot.interact(node(robot, "#xray-write", ButtonBase.class)::fire);
        awaitWords(node(robot, "#xray-refusal", Label.class), "does not write a text");

        page(robot, "Neurons");
        awaitWords(node(robot, "#painted-refusal", Label.class), "has an encoder");
    }
}
