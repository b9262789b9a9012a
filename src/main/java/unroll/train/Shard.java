package unroll.train;

import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.network.Network;
import unroll.network.Parameters;
import unroll.network.Softmax;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.task.Batch;

/**
 * One worker's columns of the batch: an unroll of its own, a gradient of its own, and the state its streams carry from window
 * to window.
 */
final class Shard {
    final int firstColumn;
    final int columns;
    final Unroll unroll;
    final Parameters gradient;
    final Batch batch;
    /** Carried into the next window. */
    State state;

    /** After the last window; becomes {@link #state} when the step is accepted. */
    private State after;

    private double lossSum;
    private int targets;

    Shard(Network network, Batch batch, int firstColumn) {
        this.firstColumn = firstColumn;
        this.columns = batch.columns();
        this.batch = batch;
        this.unroll = new Unroll(network, batch.steps(), columns);
        this.gradient = network.parameters().likeThis();
        this.state = State.zero(network.spec(), columns);
        this.after = state;
    }

    /** Forward and back over the batch as it stands, from the carried state. */
    void learn(float scale, @Nullable UniformRandomProvider dropout) {
        unroll.forward(batch.inputs(), state, dropout);
        after = unroll.finalState();
        lossSum = unroll.loss(batch.targets(), scale);
        unroll.backward(gradient);
    }

    /** Carries the state of the window just learned into the next one. */
    void accept() {
        state = after;
    }

    /** Forward over the batch as it stands, from a state of the caller's; adds nothing to the gradient. */
    State measure(State from) {
        unroll.forward(batch.inputs(), from, null);
        lossSum = unroll.loss(batch.targets(), 0);
        targets = 0;
        for (int target : batch.targets()) {
            targets += target == Softmax.NO_TARGET ? 0 : 1;
        }
        return unroll.finalState();
    }

    /** Sum of the losses of the last {@link #learn} or {@link #measure}, in nats. */
    double lossSum() {
        return lossSum;
    }

    /** Targets of the last {@link #measure}. */
    int targets() {
        return targets;
    }
}
