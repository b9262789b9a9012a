package unroll.ui.control;

import unroll.message.NumericRange;

/** A field for one number. */
public final class NumberField extends TypedField<Double> {
    /** @param label what it is, with its unit; an underscore marks the mnemonic */
    public NumberField(String id, String label, NumericRange allowed, double initial) {
        super(id, label, entry -> allowed.parse("The entry", entry), NumericRange::text, initial);
        suggest(entry -> {
            double nearest = allowed.nearest(entry);
            return Double.isNaN(nearest) ? null : nearest;
        });
    }

    public NumberField tip(String sentences) {
        Tips.on(control(), sentences);
        return this;
    }

    /** As {@link #onCommit}. */
    public NumberField onChange(Runnable action) {
        onCommit(action);
        return this;
    }

    /** As {@link #show(Object)}, of any number. */
    public void show(double current) {
        show(Double.valueOf(current));
    }

    /** The last right entry of a field for whole numbers. */
    public int whole() {
        return Math.toIntExact(Math.round(value()));
    }
}
