package unroll.ui.lens.step;

import unroll.lens.step.StepSequence.Loss;

/**
 * What of a step is looked at.
 *
 * @param row layer and direction, see {@link unroll.lens.step.StepFormulas}
 * @param unit among the hidden units, from 0
 * @param backward whether the backward pass, not the forward pass
 * @param unfolded whether the last three steps, not one
 */
record UnitFocus(int row, int unit, boolean backward, boolean unfolded) {
    /** Which step of a walk is shown, and whose gradient. */
    record Position(int time, Loss loss) {}
}
