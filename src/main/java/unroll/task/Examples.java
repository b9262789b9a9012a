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
}
