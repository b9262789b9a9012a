package unroll.network;

import java.util.stream.IntStream;
import unroll.matrix.WorkerGroup.Share;

/**
 * ∂L/∂ the state after every step, written down by a backward pass: all of it, through the output, the layers above and every
 * later step; of an LSTM's c what does not come through a of the same step. For those who look; training goes without.
 */
public final class StateGradients {
    /** Writes nothing down. */
    static final StateGradients NONE = new StateGradients(new Stack(new State[0]), new Stack(new State[0]));

    private final Stack source;
    private final Stack steps;

    /** One stack's. Workers write their own units, so they need not wait for one another. */
    record Stack(State[] states) {
        /** Takes over ∂L/∂ the state of some units after step t, where that is wanted. */
        void put(int t, int slot, Share units, float[][] dState) {
            if (t < states.length) {
                states[t].writeRows(slot, units, dState);
            }
        }
    }

    private StateGradients(Stack source, Stack steps) {
        this.source = source;
        this.steps = steps;
    }

    /** Room for a pass of so many steps; all zero. */
    public StateGradients(NetworkSpec spec, Capacity capacity) {
        this(part(spec, capacity.source(), capacity.columns()), part(spec, capacity.steps(), capacity.columns()));
    }

    private static Stack part(NetworkSpec spec, int steps, int columns) {
        return new Stack(IntStream.range(0, steps)
                .mapToObj(t -> State.zero(spec, columns))
                .toArray(State[]::new));
    }

    Stack source() {
        return source;
    }

    Stack steps() {
        return steps;
    }

    /**
     * Of the state after step t of the encoder.
     *
     * @throws IndexOutOfBoundsException where there was no room for it
     */
    public State ofSource(int t) {
        return source.states[t];
    }

    /**
     * Of the state after step t, the decoder's where there is an encoder. A direction that reads from the last step to the
     * first has read the steps from T − 1 down to t by then.
     *
     * @throws IndexOutOfBoundsException where there was no room for it
     */
    public State of(int t) {
        return steps.states[t];
    }
}
