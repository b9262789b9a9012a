package unroll.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import unroll.session.run.Phase;
import unroll.settings.Settings;
import unroll.task.TaskConfig;

/** The guessing game, played on a text that says the same again and again. */
@ExtendWith(ApplicationExtension.class)
class GuessPageTest {
    private static final String LINE = "the cat sat on the mat and ate the rat.\n";
    private static final String TEXT = LINE.repeat(10);

    private TestWindow window;

    @Start
    void start(Stage stage) throws Exception {
        window = new TestWindow(stage);
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** The page over the small text, ready for the first guess. */
    private void open(FxRobot robot) throws Exception {
        window.smallRun(robot);
        TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
        robot.interact(() -> pages.getTabs().stream()
                .filter(tab -> "guess-page".equals(tab.getId()))
                .forEach(pages.getSelectionModel()::select));
        awaitQuestion(robot);
    }

    private void awaitQuestion(FxRobot robot) {
        window.await("a passage", () -> window.words(robot, "#guess-answer").startsWith("Type the character"));
    }

    /** What is on the screen of the passage. */
    private static String known(FxRobot robot) throws Exception {
        return TestWindow.onFx(() -> robot.lookup("#guess-passage").query().getAccessibleText());
    }

    /** Every ten characters of the text say what comes next. */
    private static String next(FxRobot robot) throws Exception {
        String known = known(robot);
        String end = known.substring(known.length() - 10);
        int at = TEXT.indexOf(end) + end.length();
        return TEXT.substring(at, at + 1);
    }

    private static void guess(FxRobot robot, String character) {
        robot.interact(
                () -> robot.lookup("#guess-field").queryAs(TextField.class).appendText(character));
    }

    /** A symbol of the text that does not come next. */
    private static String wrong(FxRobot robot) throws Exception {
        return next(robot).equals("o") ? "d" : "o";
    }

    @Test
    void playsAFewCharactersAgainstNGrams(FxRobot robot) throws Exception {
        open(robot);
        String begin = known(robot);
        assertThat(begin).hasSize(100);
        assertThat(LINE.repeat(200)).contains(begin);
        assertThat(window.words(robot, "#guess-bits-class")).isEqualTo("–");

        String first = next(robot);
        guess(robot, first);
        assertThat(known(robot)).isEqualTo(begin + first);
        assertThat(window.words(robot, "#guess-answer")).endsWith("is right, with guess 1.");
        assertThat(window.words(robot, "#guess-bits-class")).isEqualTo("1.00");
        assertThat(window.words(robot, "#guess-first-class")).isEqualTo("100 %");
        assertThat(Double.parseDouble(window.words(robot, "#guess-bits-6-gram")))
                .isLessThan(Double.parseDouble(window.words(robot, "#guess-bits-1-gram")));

        String wrong = wrong(robot);
        guess(robot, wrong);
        assertThat(window.words(robot, "#guess-answer")).isEqualTo("Wrong (1): " + wrong);
        guess(robot, wrong);
        assertThat(window.words(robot, "#guess-answer")).isEqualTo(wrong + " was tried already. Wrong (1): " + wrong);
        guess(robot, "Ж");
        assertThat(window.words(robot, "#guess-answer")).startsWith("Ж does not occur in this text");
        assertThat(known(robot)).isEqualTo(begin + first);
        guess(robot, next(robot));
        assertThat(window.words(robot, "#guess-answer")).endsWith("is right, with guess 2.");
        assertThat(window.words(robot, "#guess-first-class")).isEqualTo("50 %");
        assertThat(window.words(robot, "#guess-last-class")).isEqualTo(wrong);
        // (1 − log₂ (2/6 / 3)) / 2
        assertThat(window.words(robot, "#guess-bits-class")).isEqualTo("2.08");

        window.press(robot, "#guess-reveal-button");
        assertThat(window.words(robot, "#guess-answer")).startsWith("It was ");
        assertThat(known(robot)).hasSize(103);
        assertThat(window.words(robot, "#guess-bounds"))
                .startsWith("Shannon's bounds for the class after 3 characters");
        assertThat(window.words(robot, "#guess-bits-network")).isEqualTo("–");
        assertThat(window.words(robot, "#guess-network-note")).startsWith("No network plays yet");
    }

    @Test
    void takesGuessesFromTheKeyboardAndFromKeysOnTheScreen(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> robot.lookup("#guess-field").query().requestFocus());
        // Neither trains, as a space elsewhere would, nor ends anything.
        robot.type(KeyCode.SPACE, KeyCode.ENTER);
        assertThat(window.status().phase()).isEqualTo(Phase.READY);
        assertThat(window.words(robot, "#guess-answer")).contains("↵");

        robot.interact(() ->
                robot.lookup("#guess-keys-fold").queryAs(ToggleButton.class).fire());
        int before = known(robot).length();
        String next = next(robot);
        Button key = key(robot, next);
        robot.interact(key::fire);
        assertThat(known(robot)).hasSize(before + 1).endsWith(next);
        Button wrong = key(robot, wrong(robot));
        robot.interact(wrong::fire);
        assertThat(wrong.isDisabled()).isTrue();
        robot.interact(key(robot, next(robot))::fire);
        assertThat(wrong.isDisabled()).isFalse();
    }

    @Test
    void everythingTypedBelongsToTheGameWhileItShows(FxRobot robot) throws Exception {
        open(robot);
        window.await(
                "the focus",
                () -> TestWindow.onFx(() -> robot.lookup("#guess-field").query().isFocused()));
        for (KeyCode key : List.of(KeyCode.SPACE, KeyCode.D)) {
            robot.interact(() -> robot.lookup("#train-button").query().requestFocus());
            robot.type(key);
        }
        assertThat(window.status().phase()).as("a space does not train").isEqualTo(Phase.READY);
        assertThat(window.words(robot, "#guess-answer") + known(robot).substring(100))
                .containsIgnoringCase("d");
        robot.interact(() -> robot.lookup("#hidden-field").query().requestFocus());
        String before = window.words(robot, "#guess-answer");
        robot.type(KeyCode.DIGIT1);
        assertThat(window.words(robot, "#guess-answer"))
                .as("another field has what is typed there")
                .isEqualTo(before);

        TabPane pages = robot.lookup("#pages").queryAs(TabPane.class);
        robot.interact(() -> pages.getSelectionModel().selectFirst());
        robot.interact(() -> pages.getSelectionModel().select(7));
        window.await(
                "the focus again",
                () -> TestWindow.onFx(() -> robot.lookup("#guess-field").query().isFocused()));
    }

    private static Button key(FxRobot robot, String character) throws Exception {
        List<Node> keys =
                TestWindow.onFx(() -> robot.lookup("#guess-keys").queryParent().getChildrenUnmodifiable());
        return keys.stream()
                .filter(key -> key.getUserData().equals(character.codePointAt(0)))
                .map(Button.class::cast)
                .findAny()
                .orElseThrow();
    }

    @Test
    void theNetworkJoinsAndIsTakenAfresh(FxRobot robot) throws Exception {
        open(robot);
        guess(robot, next(robot));
        window.press(robot, "#step-button");
        window.awaitStatus("one step", status -> status.metrics().step() == 1);
        window.await("a network to take", () -> !disabled(robot, "#guess-network-button"));
        window.press(robot, "#guess-network-button");
        window.await(
                "the network", () -> window.words(robot, "#guess-network-note").endsWith("at step 1."));
        assertThat(Double.parseDouble(window.words(robot, "#guess-bits-network")))
                .isPositive();

        assertThat(TestWindow.onFx(
                        () -> robot.lookup("#guess-next-network").query().isVisible()))
                .isFalse();
        robot.interact(() ->
                robot.lookup("#guess-foretell-box").queryAs(CheckBox.class).fire());
        assertThat(TestWindow.onFx(
                        () -> robot.lookup("#guess-next-network").query().isVisible()))
                .isTrue();
        assertThat(window.words(robot, "#guess-next-6-gram")).endsWith("%");

        String before = known(robot);
        window.press(robot, "#guess-new-button");
        awaitQuestion(robot);
        assertThat(known(robot)).hasSize(100).isNotEqualTo(before.substring(0, 100));
        window.await(
                "the network", () -> window.words(robot, "#guess-network-note").endsWith("at step 1."));
        assertThat(window.words(robot, "#guess-bits-class")).isEqualTo("–");
    }

    private static boolean disabled(FxRobot robot, String id) throws Exception {
        return TestWindow.onFx(() -> robot.lookup(id).query().isDisabled());
    }

    @Test
    void endsWithItsTextAndSaysWhereThereIsNoGame(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> window.documents().texts().open(window.folder().resolve("small.txt")));
        window.await("the new text", () -> window.words(robot, "#guess-answer").equals("Press New passage to begin."));
        assertThat(disabled(robot, "#guess-reveal-button")).isTrue();
        window.press(robot, "#guess-new-button");
        awaitQuestion(robot);

        window.session().data().choose(Settings.startingWith(TaskConfig.parse("addition")), null);
        window.await("a sentence", () -> window.words(robot, "#guess-obstacle").contains("reads no running text"));
        assertThat(TestWindow.onFx(() -> robot.lookup("#guess-obstacle").query().isVisible()))
                .isTrue();
    }
}
