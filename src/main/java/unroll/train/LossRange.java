package unroll.train;

/**
 * Tells the losses of a run that learns from those of one that is about to diverge. Weights are good where their loss is not
 * far above the running mean of about the last hundred, not much worse than guessing, and the last losses were neither: weights
 * that have exploded give an ordinary loss now and then.
 *
 * <p>A loss above the range moves the mean only as much as one at its end, so that a run which settles at a higher loss is in
 * range again after a few hundred steps, but one that explodes is not.
 *
 * <p>What counts as guessing is the loss where every symbol is as likely: ln V, in nats per character.
 *
 * @param mean running, in nats per character; NaN before the first loss
 * @param steady losses since the last one out of range, {@value #STEADY} at most
 */
public record LossRange(double mean, int steady) {
    /** As many losses in range make a run steady. */
    public static final int STEADY = 20;

    private static final double NEW_SHARE = 0.01;
    private static final double MAX_RATIO = 1.5;

    /** Of the loss of guessing: a loss near 0 may well double. */
    private static final double MARGIN = 0.1;

    private static final double MAX_GUESSING = 1.25;

    /** Of a run without a loss. */
    public static final LossRange FRESH = new LossRange(Double.NaN, STEADY);

    private double limit(double guessing) {
        double worst = MAX_GUESSING * guessing;
        return Double.isNaN(mean) ? worst : Math.min(worst, MAX_RATIO * mean + MARGIN * guessing);
    }

    /** Whether weights with this loss, in nats per character, are worth falling back on. A NaN or an infinity never is. */
    boolean isGood(double loss, double guessing) {
        return steady == STEADY && loss <= limit(guessing);
    }

    /** After the next loss of the run. */
    LossRange next(double loss, double guessing) {
        double limit = limit(guessing);
        double counted = Math.min(loss, limit);
        return new LossRange(
                Double.isNaN(mean) ? counted : mean + NEW_SHARE * (counted - mean),
                loss <= limit ? Math.min(STEADY, steady + 1) : 0);
    }
}
