package unroll.network;

import unroll.matrix.WorkerGroup;

/**
 * Walks a network one symbol at a time, keeping the hidden state between calls: what writing a text needs.
 * Not for use by two threads at once.
 */
public final class Stepper {
    private final Unroll unroll;
    private final int[] input = new int[1];
    private final State state;
    private final float[] logits;

    /**
     * Starts where a text begins.
     *
     * @param network read, never changed; must not be trained meanwhile (see {@link Network#copy()})
     */
    public Stepper(Network network) {
        this(network, State.zero(network.spec(), 1));
    }

    /**
     * Starts from a given state, such as the one after a source, see {@link Encoder#read}.
     *
     * @param network that reads one way; read, never changed
     * @param start of one column; copied
     */
    public Stepper(Network network, State start) {
        NetworkSpec.require(
                network.spec().directions() == Directions.ONE_WAY,
                "A bidirectional network needs its whole input before it answers, so it cannot read symbol by symbol; got %s.",
                network.spec());
        unroll = new Unroll(network, new Capacity(1, 1), WorkerGroup.ofOne());
        state = start.copy();
        logits = new float[network.spec().outputs()];
    }

    /**
     * Reads one symbol.
     *
     * @param symbol x<t>, an index of the symbols the network reads
     * @return V logits for the next symbol, ŷ<t> before the softmax; good, and the caller's to change, until the next call
     */
    public float[] read(int symbol) {
        input[0] = symbol;
        unroll.forward(input, state, null);
        unroll.readFinalState(state);
        unroll.readLogits(logits);
        return logits;
    }
}
