package unroll.network;

/**
 * How much an unroll has memory for. A pass may have fewer steps, never other columns.
 *
 * @param source steps of an encoder at most; 0 where there is none
 * @param steps T at most, at least 1
 * @param columns B, at least 1
 */
public record Capacity(int source, int steps, int columns) {
    public Capacity {
        NetworkSpec.require(source >= 0, "An encoder has 0 steps or more; got %d.", source);
        NetworkSpec.require(steps >= 1, "An unroll has at least 1 step; got %d.", steps);
        NetworkSpec.require(columns >= 1, "An unroll has at least 1 column; got %d.", columns);
    }

    /** Room for a network without an encoder. */
    public Capacity(int steps, int columns) {
        this(0, steps, columns);
    }
}
