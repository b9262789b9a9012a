package unroll.train;

/**
 * Tells the losses of a run that learns from those of one that is about to diverge. Weights are good where their loss is not
 * far above the running mean of about the last hundred, not much worse than guessing, and the last losses were neither: weights
 * that have exploded give an ordinary loss now and then.
 *
 * <p>A loss above the range moves the mean only as much as one at its end, so that a run which settles at a higher loss is in
 * range again after a few hundred steps, but one that explodes is not.
 */
final class LossRange {
    /** As many losses in range make a run steady. */
    static final int STEADY = 20;

    private static final double NEW_SHARE = 0.01;
    private static final double MAX_RATIO = 1.5;

    /** Of the loss of guessing: a loss near 0 may well double. */
    private static final double MARGIN = 0.1;

    private static final double MAX_GUESSING = 1.25;

    private final double guessing;
    private LossRangeState state = LossRangeState.FRESH;

    /**
     * What is known of a run's losses.
     *
     * @param mean running, in nats per character; NaN before the first
     * @param steady losses since the last one out of range, {@value #STEADY} at most
     */
    record LossRangeState(double mean, int steady) {
        static final LossRangeState FRESH = new LossRangeState(Double.NaN, STEADY);
    }

    /** @param guessing nats per character where every symbol is as likely: ln V */
    LossRange(double guessing) {
        this.guessing = guessing;
    }

    private double limit() {
        double worst = MAX_GUESSING * guessing;
        return Double.isNaN(state.mean) ? worst : Math.min(worst, MAX_RATIO * state.mean + MARGIN * guessing);
    }

    /** Whether weights with this loss, in nats per character, are worth falling back on. A NaN or an infinity never is. */
    boolean isGood(double loss) {
        return state.steady == STEADY && loss <= limit();
    }

    /** The next loss of the run. */
    void add(double loss) {
        double limit = limit();
        double counted = Math.min(loss, limit);
        state = new LossRangeState(
                Double.isNaN(state.mean) ? counted : state.mean + NEW_SHARE * (counted - state.mean),
                loss <= limit ? Math.min(STEADY, state.steady + 1) : 0);
    }

    LossRangeState state() {
        return state;
    }

    /** Goes on where another stood. */
    void restore(LossRangeState saved) {
        state = saved;
    }
}
