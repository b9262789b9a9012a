package unroll.train;

import org.jspecify.annotations.Nullable;

/**
 * What a run falls back on where it diverges: the last weights whose loss was in its recent range.
 *
 * @param step updates that these weights have had
 * @param meanLoss running mean of the loss, in nats per character; NaN before the first step
 * @param steady steps since the last loss out of range, {@value LossRange#STEADY} at most
 * @param weights flat, or null where the present weights are good themselves, so that the next step keeps them
 */
public record LastGood(long step, double meanLoss, int steady, float @Nullable [] weights) {

    /** Of a run about which nothing is known but its weights. */
    public static LastGood present(long step) {
        return new LastGood(step, LossRange.LossRangeState.FRESH.mean(), LossRange.LossRangeState.FRESH.steady(), null);
    }

    /**
     * @throws IllegalArgumentException where the mean or the count cannot be
     */
    public LastGood {
        if (meanLoss < 0 || steady < 0 || steady > LossRange.STEADY) {
            throw new IllegalArgumentException(
                    "The recent losses of a run have a mean and a number of steps from 0 up.");
        }
    }
}
