package unroll.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.network.State;

/**
 * Everything a trainer needs to go on bit for bit where another stopped; a deep copy that nobody changes.
 *
 * @param steps updates done; the place in the text follows from it
 * @param weights flat, as {@link unroll.network.Parameters#values()}
 * @param moments the optimizer's memory, each as long as the weights
 * @param updates the optimizer's own count
 * @param hidden the state carried into the next window, for all columns of the batch
 * @param random state of the dropout's random numbers
 * @param plateau how reduce-on-plateau stands
 * @param lastGood what it falls back on where it diverges
 * @param average of the weights; null where none is kept, or before its first step
 */
public record TrainerState(
        long steps,
        float[] weights,
        List<float[]> moments,
        long updates,
        State hidden,
        byte[] random,
        RateSchedule.Plateau.Progress plateau,
        LastGood lastGood,
        WeightAverage.@Nullable AverageState average) {
    /** The weights to measure and to write with: their average where there is one. */
    public float[] modelWeights() {
        return average == null ? weights : average.mean();
    }
}
