package unroll.network;

/**
 * Walks a network one symbol at a time, keeping the hidden state between calls: what writing a text needs.
 * Not for use by two threads at once.
 */
public final class Stepper {
    /** @param network read, never changed; must not be trained meanwhile (see {@link Network#copy()}) */
    public Stepper(Network network) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads one symbol, ŷ<t> before the softmax.
     *
     * @param symbol index, 0 to V − 1
     * @return V logits for the next symbol; the same array every time, which the caller may change
     */
    public float[] read(int symbol) {
        throw new UnsupportedOperationException();
    }
}
