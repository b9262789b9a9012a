package unroll.network;

/** The order in which a layer walks through the steps 0 … T − 1. */
public enum Direction {
    FORWARD("", 1),
    BACKWARD("reverse.", -1);

    /** What it adds to the names of a layer's tensors. */
    final String prefix;

    private final int stride;

    Direction(String prefix, int stride) {
        this.prefix = prefix;
        this.stride = stride;
    }

    /** Of {@code count} things in the order of time, the one that comes {@code i}-th on the walk, from 0. */
    int nth(int count, int i) {
        return this == FORWARD ? i : count - 1 - i;
    }

    /** The step it begins with, of so many. */
    int first(int steps) {
        return nth(steps, 0);
    }

    /** The step it ends with, of so many. */
    int last(int steps) {
        return nth(steps, steps - 1);
    }

    /** The step after t. */
    int next(int t) {
        return t + stride;
    }

    /** The step before t; −1 or T before the first. */
    int before(int t) {
        return t - stride;
    }
}
