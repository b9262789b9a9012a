package unroll.ui.guess;

import java.util.function.IntConsumer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import unroll.ui.control.KeyEvents;
import unroll.ui.control.Nodes;
import unroll.ui.control.Tips;

/** Takes one character, hands it on, and is empty again. */
final class GuessField extends TextField {
    private final IntConsumer guess;

    /** @param guess is given code points; the Enter key is a line end */
    GuessField(IntConsumer guess) {
        this.guess = guess;
        setId("guess-field");
        getStyleClass().add("guess-field");
        setPrefColumnCount(2);
        setMinWidth(USE_PREF_SIZE);
        setTextFormatter(new TextFormatter<>(this::filter));
        setOnAction(event -> guess.accept('\n'));
        Tips.on(
                this,
                "Type the character you expect next; it is taken at once. Capital and small letters differ, the space bar is a space, Enter is a line end.");
    }

    /** The text itself never changes. */
    private TextFormatter.@Nullable Change filter(TextFormatter.Change change) {
        if (!change.isContentChange()) {
            return change;
        }
        if (!change.getText().isEmpty()) {
            guess.accept(change.getText().codePointAt(0));
        }
        return null;
    }

    /**
     * Takes what is typed while a game can be seen, wherever the keyboard is, but for other fields and for what a space or Enter
     * works on where somebody walks by keyboard. At the window, in front of the keys that the whole program has.
     */
    void watch(Node game) {
        EventHandler<KeyEvent> filter = event -> press(event, game);
        game.sceneProperty().flatMap(Scene::windowProperty).subscribe((before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, filter);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, filter);
            }
        });
    }

    /** The character itself follows as another event, to where the keyboard is by then. */
    private void press(KeyEvent event, Node game) {
        Node focused = game.getScene().getFocusOwner();
        if (Nodes.isShowing(game)
                && !isDisabled()
                && focused != this
                && types(event)
                && !KeyEvents.isWorkedBy(focused, event)) {
            requestFocus();
            event.consume();
            if (event.getCode() == KeyCode.ENTER) {
                guess.accept('\n');
            }
        }
    }

    private static boolean types(KeyEvent event) {
        return KeyEvents.isPlain(event)
                && (event.getCode() == KeyCode.ENTER
                        || event.getText().codePoints().anyMatch(character -> !Character.isISOControl(character)));
    }
}
