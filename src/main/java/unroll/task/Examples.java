package unroll.task;

/** A part of a task's data. Reading is cheap and the same every time; nothing is kept that can be made again. */
public interface Examples {
    /** How many there are; may be 0. */
    int size();

    /** Example 0 to {@link #size()} − 1. */
    Example example(int index);

    /** The same example as a person reads it. */
    Pair pair(int index);

    /** Steps of the encoder and of the network together: what the example costs. */
    default int steps(int index) {
        Example example = example(index);
        return example.source().length + example.inputs().length;
    }

    /** How long they are. Reads them through. */
    default SequenceLengths extent() {
        SequenceLengths extent = SequenceLengths.NOTHING;
        for (int index = 0; index < size(); index++) {
            extent = extent.and(SequenceLengths.of(example(index)));
        }
        return extent;
    }

    /** A number that changes with the data, so that a run that is to go on can tell whether they are still the same. */
    default long fingerprint() {
        long print = size();
        for (int index = 0; index < size(); index++) {
            Pair pair = pair(index);
            print = DataRandomness.mix(print ^ pair.input().hashCode());
            print = DataRandomness.mix(print ^ pair.output().hashCode());
        }
        return print;
    }
}
