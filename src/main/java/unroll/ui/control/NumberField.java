package unroll.ui.control;

import javafx.scene.control.TextField;

/**
 * A field for one number. An entry counts when it is confirmed (Enter, or leaving the field); a wrong one is marked with
 * a sentence and never becomes the value.
 */
public final class NumberField extends Field {
    private final TextField text;
    private final NumericRange allowed;
    private double value;
    private Runnable changed = () -> {};

    /** @param label what it is, with its unit; an underscore marks the mnemonic */
    public NumberField(String id, String label, NumericRange allowed, double initial) {
        this(named(id), label, allowed, initial);
    }

    private NumberField(TextField text, String label, NumericRange allowed, double initial) {
        super(label, text);
        this.text = text;
        this.allowed = allowed;
        show(initial);
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

    public NumberField tip(String sentences) {
        Tips.on(text, sentences);
        return this;
    }

    /** What to do when a right entry was confirmed. An IllegalArgumentException it throws is shown under the field. */
    public NumberField onChange(Runnable action) {
        changed = action;
        return this;
    }

    /** The last right entry. */
    public double value() {
        return value;
    }

    /** The last right entry of a field for whole numbers. */
    public int whole() {
        return Math.toIntExact(Math.round(value));
    }

    /** Shows a value that came from elsewhere, unless the user is typing. */
    public void show(double current) {
        if (text.isFocused() || (current == value && !text.getText().isEmpty())) {
            return;
        }
        value = current;
        text.setText(NumericRange.text(current));
    }

    private void commit() {
        if (text.getText().strip().equals(NumericRange.text(value))) {
            noProblem();
            return;
        }
        double before = value;
        try {
            value = allowed.parse(text.getText());
            changed.run();
        } catch (IllegalArgumentException wrong) {
            value = before;
            problem("%s Still %s.".formatted(wrong.getMessage(), NumericRange.text(before)));
        }
    }
}
