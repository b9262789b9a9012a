package unroll.ui.lens.step;

/**
 * What of a step is looked at.
 *
 * @param layer from the lowest, 0
 * @param unit among the hidden units, from 0
 * @param way forward or back
 * @param form one step or the last three
 */
record Focus(int layer, int unit, Way way, Form form) {
    /** The direction of the walk. */
    enum Way {
        FORWARD,
        BACKWARD
    }

    /** How many steps are shown. */
    enum Form {
        FOLDED,
        UNFOLDED
    }

    Focus withUnit(int other) {
        return new Focus(layer, other, way, form);
    }
}
