package unroll.network;

/**
 * Walks a network one symbol at a time, keeping the hidden state between calls: what writing a text needs.
 * Not for use by two threads at once.
 */
public final class Stepper {
    private final Unroll unroll;
    private final int[] input = new int[1];
    private final State state;
    private final float[] logits;

    /** @param network read, never changed; must not be trained meanwhile (see {@link Network#copy()}) */
    public Stepper(Network network) {
        unroll = new Unroll(network, 1, 1);
        state = State.zero(network.spec(), 1);
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
