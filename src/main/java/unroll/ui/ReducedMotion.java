package unroll.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import unroll.session.Preferences;

/** Whether nothing in the window may move by itself. Remembered. */
final class ReducedMotion {
    private static final String NAME = "reduced-motion";

    private final BooleanProperty reduced = new SimpleBooleanProperty();

    ReducedMotion(Preferences memory) {
        reduced.set(Boolean.parseBoolean(memory.get(NAME, "false")));
        reduced.subscribe(now -> memory.put(NAME, Boolean.toString(now)));
    }

    BooleanProperty reducedProperty() {
        return reduced;
    }
}
