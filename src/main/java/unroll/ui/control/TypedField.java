package unroll.ui.control;

import java.util.function.Function;
import javafx.scene.control.TextField;

/**
 * A field for one value that is typed. An entry counts when it is confirmed (Enter, or leaving the field); a wrong one is
 * marked with a sentence and never becomes the value.
 *
 * @param <T> type of the value
 */
public class TypedField<T> extends Field {
    private final TextField text;
    private final Function<String, T> parser;
    private final Function<T, String> writer;
    private T value;
    private Runnable changed = () -> {};

    /**
     * @param label what it is, with its unit; an underscore marks the mnemonic
     * @param parser reads an entry; refuses it by an IllegalArgumentException with a sentence
     * @param writer writes a value as a user would type it
     */
    public TypedField(String id, String label, Function<String, T> parser, Function<T, String> writer, T initial) {
        this(named(id), label, parser, writer, initial);
    }

    private TypedField(
            TextField text, String label, Function<String, T> parser, Function<T, String> writer, T initial) {
        super(label, text);
        this.text = text;
        this.parser = parser;
        this.writer = writer;
        value = initial;
        text.setText(writer.apply(initial));
        text.setOnAction(event -> commit());
        text.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
            }
        });
        text.textProperty().subscribe(entry -> noProblem());
    }

    private static TextField named(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(6);
        return field;
    }

    /** What to do when a right entry was confirmed. An IllegalArgumentException it throws is shown under the field. */
    public void onCommit(Runnable action) {
        changed = action;
    }

    /** The last right entry. */
    public T value() {
        return value;
    }

    /** Shows a value that came from elsewhere, unless the user is typing. */
    public void show(T current) {
        if (text.isFocused() || (current.equals(value) && !text.getText().isEmpty())) {
            return;
        }
        value = current;
        text.setText(writer.apply(current));
    }

    private void commit() {
        if (text.getText().strip().equals(writer.apply(value))) {
            noProblem();
            return;
        }
        T before = value;
        try {
            value = parser.apply(text.getText());
            changed.run();
        } catch (IllegalArgumentException wrong) {
            value = before;
            problem("%s Still %s.".formatted(wrong.getMessage(), writer.apply(before)));
        }
    }
}
