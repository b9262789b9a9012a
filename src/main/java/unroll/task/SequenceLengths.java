package unroll.task;

/**
 * How long examples are: what a network needs room for.
 *
 * @param source steps of the longest one an encoder reads; 0 where there is no encoder
 * @param steps steps of the longest one the network, or the decoder, reads
 * @param symbols read by encoder and network over all examples
 */
public record SequenceLengths(int source, int steps, long symbols) {
    /** Of no examples. */
    public static final SequenceLengths NOTHING = new SequenceLengths(0, 0, 0);

    /** Both together. */
    public SequenceLengths and(SequenceLengths other) {
        return new SequenceLengths(
                Math.max(source, other.source), Math.max(steps, other.steps), symbols + other.symbols);
    }

    /** Of one example. */
    static SequenceLengths of(Example example) {
        int source = example.source().length;
        int steps = example.inputs().length;
        return new SequenceLengths(source, steps, (long) source + steps);
    }
}
