package unroll.lens.unit;

import unroll.matrix.WorkerGroup;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Capacity;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.State;
import unroll.network.Unroll;

/**
 * Reads a passage with a network and shows the state after every character. Memory depends on the network, not on the
 * passage, unless the network is bidirectional: see {@link #STEPS}.
 *
 * <p>A single column is exact but slow for large networks, which then wait for memory. Many columns share
 * every product: each reads a stretch of its own, and before it the {@link #WARM_UP} characters in front of it, so that its
 * state has forgotten that it began in the middle. What a unit has carried along for longer than that is missed.
 */
public final class Passage {
    /** Characters a column reads before those of its own. */
    public static final int WARM_UP = 128;

    /**
     * Steps of a pass. An LSTM takes 52 bytes for each of them, each column, layer and unit, the others less: with 2 layers of 512
     * units 0.9 MB a column. A bidirectional network reads the passage in one pass, of {@link #MAX_BIDIRECTIONAL}
     * characters at most.
     */
    private static final int STEPS = 16;

    /** Characters of a passage that a bidirectional network can read. */
    public static final int MAX_BIDIRECTIONAL = 1_024;

    private final int[] symbols;

    /** Sees the states of a passage. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * The state after a character. Not in the order of the passage where several columns read it.
         *
         * @param position in the passage, from 0
         * @param state of all columns; good until this returns
         * @param column of the state to look at
         */
        void visit(int position, State state, int column);
    }

    /** @param symbols indices of those the network reads; kept, not copied */
    public Passage(int[] symbols) {
        this.symbols = symbols;
    }

    /** Reads it from the zero state in one column, exactly as a {@link unroll.network.Stepper} would. */
    public void read(Network network, Visitor visitor) {
        try (WorkerGroup alone = WorkerGroup.ofOne()) {
            read(network, 1, alone, visitor);
        }
    }

    /**
     * Reads it; an interrupt ends that early (the thread then stays interrupted).
     *
     * @param network without an encoder; read, never changed; must not be trained meanwhile
     * @param columns at least 1; fewer are taken where stretches would be shorter than the warm-up
     * @param workers no more workers than the network has hidden units
     * @throws ProblemException where a bidirectional network is given too long a passage, or the
     *     network has an encoder
     */
    public void read(Network network, int columns, WorkerGroup workers, Visitor visitor) {
        require(network);
        if (symbols.length > 0) {
            boolean bidirectional = network.spec().directions() == Directions.BIDIRECTIONAL;
            int max = bidirectional ? 1 : Math.max(1, Math.min(columns, symbols.length / WARM_UP));
            new Reading(max, bidirectional ? symbols.length : STEPS).read(network, workers, visitor);
        }
    }

    /**
     * A unit's activation after each character, read in one column, so that the numbers are exactly those of a text read from its
     * begin.
     *
     * @throws ProblemException as {@link #read(Network, Visitor)}
     */
    public float[] activations(Network network, Unit unit) {
        float[] activations = new float[symbols.length];
        read(network, (position, state, column) -> activations[position] = unit.activation(state, column));
        return activations;
    }

    private void require(Network network) {
        if (network.spec().hasEncoder()) {
            throw Reason.ENCODER_READS_NO_PASSAGE.exception();
        }
        if (network.spec().directions() == Directions.BIDIRECTIONAL && symbols.length > MAX_BIDIRECTIONAL) {
            throw Reason.PASSAGE_TOO_LONG.exception(MAX_BIDIRECTIONAL, symbols.length);
        }
    }

    /** The passage laid out over columns. */
    private final class Reading {
        private final int columns;
        private final int steps;
        /** Characters of a column's own. */
        private final int stretch;

        private final int warmUp;

        Reading(int columns, int steps) {
            this.columns = columns;
            this.steps = steps;
            stretch = (symbols.length + columns - 1) / columns;
            warmUp = columns == 1 ? 0 : WARM_UP;
        }

        void read(Network network, WorkerGroup workers, Visitor visitor) {
            Unroll unroll = new Unroll(network, new Capacity(steps, columns), workers);
            State state = State.zero(network.spec(), columns);
            int end = warmUp + stretch;
            for (int from = 0; from < end && !Thread.currentThread().isInterrupted(); from += steps) {
                int[] inputs = inputs(from, Math.min(end, from + steps));
                unroll.forward(inputs, state, null);
                for (int t = 0; t < inputs.length / columns; t++) {
                    unroll.readState(t, state);
                    show(from + t, state, visitor);
                }
            }
        }

        /** Blank before the passage and behind it, which leaves the state at zero. */
        private int[] inputs(int from, int to) {
            int[] inputs = new int[(to - from) * columns];
            for (int i = 0; i < inputs.length; i++) {
                int position = position(from + i / columns, i % columns);
                boolean within = position >= 0 && position < symbols.length;
                inputs[i] = within ? symbols[position] : Unroll.PAD;
            }
            return inputs;
        }

        private void show(int step, State state, Visitor visitor) {
            for (int column = 0; step >= warmUp && column < columns; column++) {
                int position = position(step, column);
                if (position < symbols.length) {
                    visitor.visit(position, state, column);
                }
            }
        }

        private int position(int step, int column) {
            return column * stretch - warmUp + step;
        }
    }
}
