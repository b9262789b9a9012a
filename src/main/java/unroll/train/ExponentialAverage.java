package unroll.train;

/**
 * An exponential moving average with its bias corrected, as Adam does for its moments (Kingma and Ba 2015): the weights of
 * all values seen add up to 1 from the first one on, so it begins at the first value and not near 0. Not thread-safe.
 */
public final class ExponentialAverage {
    /** Share of the past where nobody chose another. */
    public static final double DEFAULT_DECAY = 0.8;

    private final double decay;
    private double sum;
    private double mass;

    /**
     * @param decay share of the past in each new value, from 0 (none) to below 1
     * @throws IllegalArgumentException where it is outside of that range
     */
    public ExponentialAverage(double decay) {
        if (!(decay >= 0 && decay < 1)) {
            throw new IllegalArgumentException("A decay of %s is not from 0 to below 1.".formatted(decay));
        }
        this.decay = decay;
    }

    public void add(double value) {
        sum = decay * sum + (1 - decay) * value;
        mass = decay * mass + 1 - decay;
    }

    /** NaN before the first value. */
    public double value() {
        return sum / mass;
    }

    /**
     * The average as it would be with one more value, which counts in part: half a value moves it as far as two of them
     * have to move it together.
     *
     * @param share from above 0 to 1, a whole value
     */
    public double with(double value, double share) {
        double kept = share == 1 ? decay : Math.pow(decay, share);
        return (kept * sum + (1 - kept) * value) / (kept * mass + 1 - kept);
    }

    public void clear() {
        sum = 0;
        mass = 0;
    }
}
