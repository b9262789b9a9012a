package unroll.session;

/** The validation losses of a run: the last one, the lowest one, and how long ago that was. */
final class Validations {
    private double last;
    private double best;
    private int sinceBest;

    /**
     * @param best NaN where none was measured, as {@code last}
     * @param sinceBest measurements since the lowest one
     */
    Validations(double last, double best, int sinceBest) {
        this.last = last;
        this.best = best;
        this.sinceBest = sinceBest;
    }

    /** Takes down a loss; whether it is the lowest so far. */
    boolean add(double loss) {
        last = loss;
        boolean lowest = !(loss >= best);
        best = lowest ? loss : best;
        sinceBest = lowest ? 0 : sinceBest + 1;
        return lowest;
    }

    /** Continues from the weights with the lowest loss, which counts as just measured. */
    void restoreBest() {
        last = best;
        sinceBest = 0;
    }

    /** Counts from 0 again how often in a row the loss did not improve. */
    void resetPatience() {
        sinceBest = 0;
    }

    /** NaN where none was measured. */
    double last() {
        return last;
    }

    /** NaN where none was measured. */
    double best() {
        return best;
    }

    /** Measurements since the lowest one. */
    int sinceBest() {
        return sinceBest;
    }
}
