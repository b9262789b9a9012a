package unroll.train;

import org.jspecify.annotations.Nullable;
import unroll.matrix.WorkerGroup.Share;

/**
 * An exponential moving average of the weights over the steps of a run. It lies where the single steps of training only
 * circle around, and does better on text the network has not seen (B. Polyak, A. Juditsky, "Acceleration of stochastic
 * approximation by averaging", 1992).
 *
 * <pre>
 * mean&lt;t&gt; = d·mean&lt;t-1&gt; + (1 − d)·weights&lt;t&gt;,   d = min(decay, (t − 1) / (t + 9))
 * </pre>
 *
 * <p>So the average reaches back over about a tenth of the steps so far, and never over more than 1 / (1 − decay): weights of
 * the first steps, which know nothing, are soon gone. After the first step it is that step's weights.
 */
public final class WeightAverage {
    private final double decay;
    private final float[] mean;
    private long count;

    /**
     * A copy of an average.
     *
     * @param count steps averaged; at least 1
     * @param mean flat, as long as the weights
     */
    public record AverageState(long count, float[] mean) {}

    /**
     * @param decay share of the past in each new average at most, above 0 and below 1
     * @param weights number of weights
     */
    WeightAverage(double decay, int weights) {
        this.decay = decay;
        mean = new float[weights];
    }

    /** Before the parts of a step's weights are added. */
    void begin() {
        count++;
    }

    /** Adds a part of the weights that a step led to. */
    void add(float[] weights, Share part) {
        float share = (float) (1 - Math.min(decay, (count - 1.0) / (count + 9)));
        int end = part.from() + part.count();
        for (int i = part.from(); i < end; i++) {
            mean[i] += share * (weights[i] - mean[i]);
        }
    }

    /** Forgets all steps. */
    void reset() {
        count = 0;
    }

    /** The average, not a copy; null before the first step. */
    float @Nullable [] mean() {
        return count == 0 ? null : mean;
    }

    /** A copy; null before the first step. */
    @Nullable
    AverageState state() {
        return count == 0 ? null : new AverageState(count, mean.clone());
    }

    void restore(@Nullable AverageState saved) {
        count = saved == null ? 0 : saved.count();
        if (saved != null) {
            System.arraycopy(saved.mean(), 0, mean, 0, mean.length);
        }
    }
}
