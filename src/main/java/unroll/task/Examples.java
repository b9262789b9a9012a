package unroll.task;

/** A part of a task's data. Reading is cheap and the same every time; nothing is kept that can be made again. */
public interface Examples {
    /** How many there are; may be 0. */
    int size();

    /** Example 0 to {@link #size()} − 1. */
    Example example(int index);

    /** The same example as a person reads it. */
    InputOutput pair(int index);

    /** Steps of the encoder and of the network together: what the example costs. */
    default int steps(int index) {
        Example example = example(index);
        return example.source().length + example.inputs().length;
    }

    /** How long they are. Reads them through. */
    default Lengths extent() {
        Lengths extent = Lengths.NOTHING;
        for (int index = 0; index < size(); index++) {
            extent = extent.and(Lengths.of(example(index)));
        }
        return extent;
    }

    /** A number that changes with the data, so that a run that is to go on can tell whether they are still the same. */
    default long fingerprint() {
        long print = size();
        for (int index = 0; index < size(); index++) {
            InputOutput pair = pair(index);
            print = RandomStreams.mix(print ^ pair.input().hashCode());
            print = RandomStreams.mix(print ^ pair.output().hashCode());
        }
        return print;
    }

    /**
     * How long examples are: what a network needs room for.
     *
     * @param source steps of the longest one an encoder reads; 0 where there is no encoder
     * @param steps steps of the longest one the network, or the decoder, reads
     * @param symbols read by encoder and network over all examples
     */
    record Lengths(int source, int steps, long symbols) {
        /** Of no examples. */
        public static final Lengths NOTHING = new Lengths(0, 0, 0);

        /** Both together. */
        public Lengths and(Lengths other) {
            return new Lengths(Math.max(source, other.source), Math.max(steps, other.steps), symbols + other.symbols);
        }

        /** Of one example. */
        static Lengths of(Example example) {
            int source = example.source().length;
            int steps = example.inputs().length;
            return new Lengths(source, steps, (long) source + steps);
        }
    }
}
