package unroll.ui.lens.step;

import unroll.lens.step.StepSequence.Loss;

/**
 * What of a step is looked at.
 *
 * @param row layer and direction, see {@link unroll.lens.step.StepFormulas}
 * @param unit among the hidden units, from 0
 * @param pass forward or back
 * @param form one step or the last three
 */
record UnitFocus(int row, int unit, Pass pass, Form form) {
    /** The direction of the walk. */
    enum Pass {
        FORWARD,
        BACKWARD
    }

    /** How many steps are shown. */
    enum Form {
        FOLDED,
        UNFOLDED
    }

    /** Which step of a walk is shown, and whose gradient. */
    record Position(int time, Loss loss) {}
}
