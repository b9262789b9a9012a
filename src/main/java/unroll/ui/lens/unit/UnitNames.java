package unroll.ui.lens.unit;

import java.util.Locale;
import unroll.lens.unit.Unit;
import unroll.network.Directions;

/** How units are called in the window, where everything is counted from 1. */
final class UnitNames {
    private UnitNames() {}

    /** @param index of a layer in a state: where layers are bidirectional each counts twice */
    static String layer(int index, Directions directions) {
        if (directions == Directions.UNIDIRECTIONAL) {
            return "Layer " + (index + 1);
        }
        return String.format(Locale.ROOT, "Layer %d, %s", index / 2 + 1, index % 2 == 0 ? "forwards" : "backwards");
    }

    static String buffer(int buffer) {
        return buffer == 0 ? "Hidden state a‹t›" : "Memory c‹t›";
    }

    /** In a line, for example {@code layer 1, a, unit 17}. */
    static String full(Unit unit, Directions directions) {
        return String.format(
                Locale.ROOT,
                "%s, %s, unit %,d",
                layer(unit.layer(), directions).toLowerCase(Locale.ROOT),
                unit.buffer() == 0 ? "a" : "c",
                unit.index() + 1);
    }

    /** The same at the beginning of a sentence. */
    static String capitalized(Unit unit, Directions directions) {
        String name = full(unit, directions);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
