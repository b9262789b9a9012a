package unroll.session;

/** The validation losses of a run: the last one, the lowest one, and how long ago that was. */
final class Validations {
    private double last;
    private double best;
    private int sinceBest;

    /** @param best NaN where none was measured, as {@code last} */
    Validations(double last, double best) {
        this.last = last;
        this.best = best;
    }

    /** Takes down a loss; whether it is the lowest so far. */
    boolean add(double loss) {
        last = loss;
        boolean lowest = !(loss >= best);
        best = lowest ? loss : best;
        sinceBest = lowest ? 0 : sinceBest + 1;
        return lowest;
    }

    /** Counts anew how often in a row the loss did not improve. */
    void beginAnew() {
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
