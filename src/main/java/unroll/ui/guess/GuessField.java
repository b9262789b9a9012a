package unroll.ui.guess;

import java.util.function.IntConsumer;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import org.jspecify.annotations.Nullable;
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
}
