package unroll.ui.control;

import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import unroll.message.Front;
import unroll.message.Problem;
import unroll.message.ProblemException;

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
    /** What was to be shown last, shown or not. */
    private T latest;

    private Function<String, @Nullable T> suggested = entry -> null;
    private Runnable changed = () -> {};

    /**
     * @param label what it is, with its unit; an underscore marks the mnemonic
     * @param parser reads an entry; refuses it by a {@link ProblemException}
     * @param writer writes a value as a user would type it
     */
    public TypedField(String id, String label, Function<String, T> parser, Function<T, String> writer, T initial) {
        this(new TextField(), id, label, parser, writer, initial);
    }

    private TypedField(
            TextField text,
            String id,
            String label,
            Function<String, T> parser,
            Function<T, String> writer,
            T initial) {
        super(id, label, text);
        this.text = text;
        this.parser = parser;
        this.writer = writer;
        value = initial;
        latest = initial;
        text.setPrefColumnCount(6);
        text.setText(writer.apply(initial));
        text.setOnAction(event -> commit());
        text.focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
            }
        });
        text.textProperty().subscribe(entry -> noProblem());
    }

    /** What to do when a right entry was confirmed. A {@link ProblemException} it throws is shown under the field. */
    public void onCommit(Runnable action) {
        changed = action;
    }

    /** Offers another value for an entry that is refused; null for none. */
    public void suggest(Function<String, @Nullable T> suggestion) {
        suggested = suggestion;
    }

    /** The last right entry. */
    public T value() {
        return value;
    }

    /** Shows a value that came from elsewhere, unless the user is typing or has been refused another entry. Locked, it always does. */
    public void show(T current) {
        latest = current;
        boolean typing = text.isFocused() && !text.getText().strip().equals(writer.apply(value));
        boolean same = current.equals(value) && !text.getText().isEmpty();
        if (isDisabled() || !typing && !same) {
            restore();
        }
    }

    @Override
    void restore() {
        value = latest;
        text.setText(writer.apply(value));
        noProblem();
    }

    @Override
    void commit() {
        if (isDisabled()) {
            return;
        }
        if (text.getText().strip().equals(writer.apply(value))) {
            noProblem();
            return;
        }
        T before = value;
        boolean readable = false;
        try {
            value = parser.apply(text.getText());
            readable = true;
            changed.run();
            latest = value;
        } catch (ProblemException wrong) {
            value = before;
            refuse(wrong.problem(), readable);
        }
    }

    /** @param readable whether it is a value, but one that does not do here */
    private void refuse(Problem reason, boolean readable) {
        T other = suggested.apply(text.getText());
        if (other == null) {
            problem("%s Using %s.".formatted(reason.sentence(Front.WINDOW), writer.apply(value)));
            return;
        }
        // The button says what to choose.
        String facts = readable ? reason.facts(Front.WINDOW) : reason.sentence(Front.WINDOW);
        Button use = Buttons.of(text.getId() + "-use", "Use " + writer.apply(other), () -> {
            text.setText(writer.apply(other));
            commit();
        });
        use.setMinWidth(USE_PREF_SIZE);
        problem("%s Using %s.".formatted(facts, writer.apply(value)), use);
    }
}
