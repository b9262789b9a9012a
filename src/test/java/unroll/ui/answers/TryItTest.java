package unroll.ui.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.network.Directions;
import unroll.session.run.Phase;
import unroll.ui.TestWindow;
import unroll.ui.control.Nodes;

/** Every kind of network is chosen on its page, trained for a moment, and asked something. */
@ExtendWith(ApplicationExtension.class)
class TryItTest {
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
    void oneToOneWritesFromACharacter(FxRobot robot) throws Exception {
        choose(robot, "one-to-one", "bigram", Map.of());
        train(robot);
        window.enter(robot, "#prime-field", "t");
        window.await(
                "a written text", () -> window.words(robot, "#written-text").length() > 400);
        assertThat(TestWindow.onFx(() -> robot.lookup("#try-it-card").tryQuery()))
                .isEmpty();
    }

    @Test
    void oneToManyWritesTenLinesFromALabel(FxRobot robot) throws Exception {
        choose(robot, "one-to-many", "names", Map.of());
        ComboBox<String> label = robot.lookup("#label-choice").queryComboBox();
        assertThat(label.getItems()).contains("de");
        assertThat(label.getConverter().toString("de")).isEqualTo("German (de)");
        assertThat(label.getValue()).isEqualTo("fi");
        TextArea lines = robot.lookup("#written-lines").queryAs(TextArea.class);
        train(robot);
        robot.interact(() -> label.setValue("de"));
        window.press(robot, "#write-lines-button");
        window.await(
                "ten lines",
                () -> TestWindow.onFx(() -> lines.isVisible() && lines.getText().split("\n", -1).length == 10));
    }

    @Test
    void manyToOneMovesItsBarsWithEveryCharacter(FxRobot robot) throws Exception {
        choose(robot, "many-to-one", "balanced", Map.of("examples", "200", "length", "8"));
        TextField field = field(robot);
        Label headline = label(robot, "#answer-headline");
        Label name = label(robot, ".label-name");
        assertThat(headline.getParent().isVisible())
                .as("an answer without a model")
                .isFalse();
        train(robot);
        for (String typed : List.of("(", "()", "()[")) {
            robot.interact(() -> field.setText(typed));
            awaitText(headline, text -> text.startsWith("\u201c" + typed + "\u201d: ") && text.endsWith("% sure"));
        }
        assertThat(List.of("balanced", "broken")).contains(TestWindow.onFx(name::getText));
    }

    @Test
    void equalLengthAnswersUnderEveryCharacter(FxRobot robot) throws Exception {
        choose(robot, "many-to-many-equal", "depth", Map.of("examples", "200", "length", "10"));
        assertThat(TestWindow.onFx(
                        () -> Nodes.isShowing(robot.lookup("#window-field").query())))
                .as("a window for examples")
                .isFalse();
        assertThat(window.words(robot, "#legal-characters")).isEqualTo("You can type: ( )");
        answersAtEveryStep(robot, "(())()", 6);
        TextField field = field(robot);
        robot.interact(() -> field.setText("(a)"));
        assertThat(window.words(robot, "#try-it-field-problem")).contains("\"a\"");
        assertThat(places(robot)).as("the answer before").hasSize(6);
    }

    @Test
    void unequalLengthWritesAnAnswer(FxRobot robot) throws Exception {
        choose(robot, "many-to-many-unequal", "addition", Map.of("examples", "100", "digits", "1"));
        Label headline = label(robot, "#answer-headline");
        TextField field = field(robot);
        assertThat(field.getText()).as("an example of one digit").matches("\\d\\+\\d|53\\+61");
        train(robot);
        window.enter(robot, "#try-it-field", "3+4");
        awaitText(headline, text -> text.startsWith("3+4 \u2192 "));
        window.await("its symbols", () -> !places(robot).isEmpty());
        robot.interact(() -> field.setText("3+"));
        assertThat(window.words(robot, "#try-it-field-problem")).contains("is not a sum");
    }

    @Test
    void aBidirectionalNetworkEchoesWhatComes(FxRobot robot) throws Exception {
        choose(robot, "bidirectional", "echo", Map.of("examples", "100", "length", "6"));
        assertThat(window.status().settings().model().directions()).isEqualTo(Directions.BIDIRECTIONAL);
        answersAtEveryStep(robot, "abcdef", 6);
    }

    @Test
    void deepLearnsAnyTask(FxRobot robot) throws Exception {
        choose(robot, "deep", "first-symbol", Map.of("examples", "200", "length", "5"));
        assertThat(window.status().settings().model().layers()).isEqualTo(3);
        Label headline = label(robot, "#answer-headline");
        TextField field = field(robot);
        train(robot);
        robot.interact(() -> field.setText("badge"));
        awaitText(headline, text -> text.startsWith("\u201cbadge\u201d: "));
    }

    @Test
    void refusesABidirectionalNetworkWhereThatWouldCheat(FxRobot robot) throws Exception {
        window.awaitStatus("the first text", status -> status.opened().text() != null);
        ComboBox<Directions> reads = robot.lookup("#bidirectional-choice").queryComboBox();
        robot.interact(() -> reads.setValue(Directions.BIDIRECTIONAL));
        assertThat(window.words(robot, "#directions-refusal")).contains("would read the character it is to predict");
        assertThat(TestWindow.onFx(reads::getValue)).isEqualTo(Directions.UNIDIRECTIONAL);
        assertThat(window.status().settings().model().directions()).isEqualTo(Directions.UNIDIRECTIONAL);
    }

    private void answersAtEveryStep(FxRobot robot, String typed, int count) throws Exception {
        TextField field = field(robot);
        Label details = label(robot, "#place-details");
        train(robot);
        robot.interact(() -> field.setText(typed));
        window.await("an answer to " + typed, () -> places(robot).size() == count);
        awaitText(details, text -> text.startsWith("Least certain at position ") || text.startsWith("Certain at"));
    }

    /** Chooses a task on the page of the kinds of network, and makes its network small. */
    private void choose(FxRobot robot, String kind, String task, Map<String, String> options) {
        window.awaitStatus("the first text", status -> status.opened().text() != null);
        TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
        robot.interact(() -> pages.getSelectionModel().select(1));
        robot.interact(
                () -> robot.lookup("#kind-" + kind).queryAs(ToggleButton.class).fire());
        robot.interact(
                () -> robot.lookup("#task-" + task).queryAs(RadioButton.class).setSelected(true));
        options.forEach((name, value) -> window.enter(robot, "#option-" + name, value));
        window.press(robot, "#use-task-button");
        window.awaitStatus(
                "the task " + task,
                status -> status.dataset() != null
                        && status.settings().task().task().about().name().equals(task));
        window.await(
                "its card",
                () -> TestWindow.onFx(
                                () -> robot.lookup("#task-name").queryLabeled().getText())
                        .equals(window.status().settings().task().task().about().title()));
        window.enter(robot, "#hidden-field", "8");
        window.awaitStatus(
                "the small network", status -> status.settings().model().hidden() == 8);
    }

    private void train(FxRobot robot) throws Exception {
        window.press(robot, "#train-button");
        window.awaitStatus("some steps", status -> status.metrics().step() >= 5);
        window.await(
                "the pause button", () -> window.words(robot, "#train-button").equals("Pause"));
        window.press(robot, "#train-button");
        window.awaitStatus("the pause", status -> status.phase() == Phase.PAUSED);
    }

    private void awaitText(Label label, Predicate<String> condition) {
        window.await("the right words, not " + label.getText(), () -> condition.test(TestWindow.onFx(label::getText)));
    }

    private static TextField field(FxRobot robot) {
        return robot.lookup("#try-it-field").queryAs(TextField.class);
    }

    private static Label label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class);
    }

    private static List<Node> places(FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> List.copyOf(
                robot.lookup("#answer-places").queryAs(FlowPane.class).getChildren()));
    }
}
