package unroll.lens.guess;

/** The place of the largest number: what a machine guesses. */
final class GuessArgmax {
    private GuessArgmax() {}

    /** The first of the largest. */
    static int in(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
