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

    /** The step it begins with, of so many. */
    int first(int steps) {
        return this == FORWARD ? 0 : steps - 1;
    }

    /** The step it ends with, of so many. */
    int last(int steps) {
        return steps - 1 - first(steps);
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
