package unroll.network;

/** The order in which a layer walks through the steps 0 … T − 1. */
public enum Direction {
    FORWARD("") {
        @Override
        int first(int steps) {
            return 0;
        }

        @Override
        int last(int steps) {
            return steps - 1;
        }

        @Override
        int next(int t) {
            return t + 1;
        }

        @Override
        int before(int t) {
            return t - 1;
        }
    },
    BACKWARD("reverse.") {
        @Override
        int first(int steps) {
            return steps - 1;
        }

        @Override
        int last(int steps) {
            return 0;
        }

        @Override
        int next(int t) {
            return t - 1;
        }

        @Override
        int before(int t) {
            return t + 1;
        }
    };

    /** What it adds to the names of a layer's tensors. */
    final String prefix;

    Direction(String prefix) {
        this.prefix = prefix;
    }

    /** The step it begins with, of so many. */
    abstract int first(int steps);

    /** The step it ends with, of so many. */
    abstract int last(int steps);

    /** The step after t. */
    abstract int next(int t);

    /** The step before t; −1 or T before the first. */
    abstract int before(int t);
}
