package unroll.ui.guess;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import unroll.ui.control.Nodes;

/**
 * What is typed while the game can be seen goes to its field, wherever the keyboard is, but for other fields and for what a
 * space or Enter works on where somebody walks by keyboard.
 */
final class GuessKeys {
    private final Node game;
    private final GuessField field;
    private final Runnable lineEnd;
    private final EventHandler<KeyEvent> filter = this::press;

    /** @param lineEnd guesses a line end */
    GuessKeys(Node game, GuessField field, Runnable lineEnd) {
        this.game = game;
        this.field = field;
        this.lineEnd = lineEnd;
    }

    /** At the window, in front of the keys that the whole program has. */
    void watch() {
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
    private void press(KeyEvent event) {
        Node focused = game.getScene().getFocusOwner();
        if (Nodes.isShowing(game)
                && !field.isDisabled()
                && focused != field
                && types(event)
                && !wants(focused, event)) {
            field.requestFocus();
            event.consume();
            if (event.getCode() == KeyCode.ENTER) {
                lineEnd.run();
            }
        }
    }

    private static boolean types(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean plain = !event.isShortcutDown() && !event.isControlDown() && !event.isMetaDown() && !event.isAltDown();
        return plain
                && (code == KeyCode.ENTER
                        || event.getText().codePoints().anyMatch(character -> !Character.isISOControl(character)));
    }

    private static boolean wants(@Nullable Node focused, KeyEvent event) {
        if (focused instanceof TextInputControl input) {
            return input.isEditable();
        }
        boolean works = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
        return focused instanceof ComboBoxBase<?> box && box.isShowing()
                || works && focused instanceof Control && focused.isFocusVisible();
    }
}
