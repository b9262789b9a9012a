package unroll.ui;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The space bar trains and pauses wherever the keyboard is, but where a space is typed, and where somebody who walks by
 * keyboard stands on a control that space works.
 */
final class SpaceBar {
    private final Runnable action;

    SpaceBar(Runnable action) {
        this.action = action;
    }

    void watch(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isPlainSpace(event) && free(scene.getFocusOwner())) {
                action.run();
                event.consume();
            }
        });
        // The button under the focus must not fire on the way up either.
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (isPlainSpace(event) && free(scene.getFocusOwner())) {
                event.consume();
            }
        });
    }

    private static boolean isPlainSpace(KeyEvent event) {
        return event.getCode() == KeyCode.SPACE
                && !event.isShortcutDown()
                && !event.isAltDown()
                && !event.isShiftDown()
                && !event.isControlDown();
    }

    private static boolean free(@Nullable Node focused) {
        if (focused instanceof TextInputControl input) {
            return !input.isEditable();
        }
        return !(focused instanceof Control) || !focused.isFocusVisible();
    }
}
