package unroll.network;

/**
 * Walks a network one symbol at a time, keeping the hidden state between calls: what writing a text needs.
 * Not for use by two threads at once.
 */
public final class Stepper {
    private final Unroll unroll;
    private final int[] input = new int[1];
    private State state;

    /** @param network read, never changed; must not be trained meanwhile (see {@link Network#copy()}) */
    public Stepper(Network network) {
        unroll = new Unroll(network, 1, 1);
        state = State.zero(network.spec(), 1);
    }

    /**
     * Reads one symbol.
     *
     * @param symbol x<t>, an index from 0 to V − 1
     * @return V logits for the next symbol, ŷ<t> before the softmax; an array of the caller's own
     */
    public float[] read(int symbol) {
        input[0] = symbol;
        unroll.forward(input, state, null);
        state = unroll.finalState();
        return unroll.logits();
    }
}
