package unroll.session;

/** The exponential moving average of the last hundred values or so, without the pull towards 0 at its start. */
final class Smoothed {
    private static final double KEPT = 0.98;

    private double sum;
    private double weight;

    /** @param value to start from, or NaN for none */
    Smoothed(double value) {
        if (!Double.isNaN(value)) {
            sum = value;
            weight = 1;
        }
    }

    void add(double value) {
        sum = KEPT * sum + (1 - KEPT) * value;
        weight = KEPT * weight + (1 - KEPT);
    }

    /** NaN before the first value. */
    double value() {
        return sum / weight;
    }
}
