package unroll.ui.control;

import java.util.OptionalInt;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What a key means, and to whom. */
public final class KeyEvents {
    /** The keys of the French upper row from 1 to 9, and 0. */
    private static final String FRENCH = "&é\"'(-è_çà";

    private KeyEvents() {}

    /** Gives a window's keys to something before any control gets them; what it has handled goes no further. */
    public static void onPress(Scene scene, Predicate<KeyEvent> handled) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (handled.test(event)) {
                event.consume();
            }
        });
    }

    /** Whether no key is held with it, but for Shift. */
    public static boolean isPlain(KeyEvent event) {
        return !event.isShortcutDown() && !event.isControlDown() && !event.isMetaDown() && !event.isAltDown();
    }

    public static boolean isTypedInto(@Nullable Node focused) {
        return focused instanceof TextInputControl input && input.isEditable();
    }

    /** Whether a key works the control that has the keyboard: types, or is space or Enter where somebody walks by keyboard. */
    public static boolean isWorkedBy(@Nullable Node focused, KeyEvent event) {
        if (focused instanceof TextInputControl) {
            return isTypedInto(focused);
        }
        boolean works = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
        return focused instanceof ComboBoxBase<?> box && box.isShowing()
                || works && focused instanceof Control && focused.isFocusVisible();
    }

    /**
     * The digit of a key, of the upper row, of the keypad, or of a French keyboard, whose digits need Shift; whichever of Shift and
     * Ctrl is held with it. None where it is another key.
     */
    public static OptionalInt digit(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code.isDigitKey()) {
            String name = code.getName();
            return OptionalInt.of(name.charAt(name.length() - 1) - '0');
        }
        int place = french(event);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of((place + 1) % 10);
    }

    private static int french(KeyEvent event) {
        return switch (event.getCode()) {
            case AMPERSAND -> 0;
            case QUOTEDBL -> 2;
            case QUOTE -> 3;
            case LEFT_PARENTHESIS -> 4;
            case UNDERSCORE -> 7;
            // A letter with an accent has no code, and is no minus, which makes the window smaller.
            default ->
                event.getCode() == KeyCode.UNDEFINED && !event.getText().isEmpty()
                        ? FRENCH.indexOf(event.getText())
                        : -1;
        };
    }
}
