package unroll.ui.control;

import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The digits of a keyboard: of the upper row, of the keypad, and of a French keyboard, whose digits need Shift. */
public final class DigitKeys {
    /** The keys of the French upper row from 1 to 9, and 0. */
    private static final String FRENCH = "&é\"'(-è_çà";

    private DigitKeys() {}

    /** The digit of a key, whichever of Shift and Ctrl is held with it; none where it is another key. */
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
