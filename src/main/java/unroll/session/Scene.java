package unroll.session;

import unroll.lens.Column;
import unroll.lens.check.WeightCheck;
import unroll.network.State;
import unroll.task.ExampleBatch;

/**
 * The present model and one column of what it is learning: of a text the next window of the first stream, with the state
 * carried into it; of examples a long one, always the same, from the zero state.
 *
 * @param look the copy of the model
 * @param window of one column
 * @param start the state before it, of one column
 */
public record Scene(Look look, ExampleBatch window, State start) {
    /** As the gradient's flow is asked for; without what an encoder reads. */
    public Column column() {
        return Column.of(window.batch(), start, 0);
    }

    /** As a weight's check is asked for. */
    public WeightCheck.Window checked() {
        return new WeightCheck.Window(window.source(), window.batch(), start);
    }
}
