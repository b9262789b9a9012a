package unroll.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.network.Network;
import unroll.train.LastGood;
import unroll.train.Optimizer;
import unroll.train.RateSchedule;
import unroll.train.TrainerState;
import unroll.train.TrainingConfig;
import unroll.train.WeightAverage;

/**
 * What all partitions have in common between two rounds, and what is averaged after each.
 *
 * @param steps of every partition so far
 * @param updates the optimizer's own count
 * @param recentLoss running mean of the loss, in nats per character; NaN before the first step
 * @param steady steps since the last loss out of its recent range
 * @param averaged steps that the weights' average is of; 0 where there is none
 * @param vectors each as long as the weights: these, the optimizer's memory, the weights' average where there is one
 */
record SharedState(long steps, long updates, double recentLoss, int steady, long averaged, float[][] vectors)
        implements Serializable {
    /** Of a network that was never trained. */
    static SharedState of(Network untrained, TrainingConfig config) {
        float[] weights = untrained.parameters().values();
        List<float[]> vectors = new ArrayList<>();
        vectors.add(weights);
        vectors.addAll(Optimizer.of(config.optimizer(), weights.length).memory());
        LastGood good = LastGood.present(0);
        return new SharedState(0, 0, good.meanLoss(), good.steady(), 0, vectors.toArray(float[][]::new));
    }

    static SharedState of(TrainerState state) {
        List<float[]> vectors = new ArrayList<>();
        vectors.add(state.weights());
        vectors.addAll(state.moments());
        WeightAverage.AverageState average = state.average();
        if (average != null) {
            vectors.add(average.mean());
        }
        return new SharedState(
                state.steps(),
                state.updates(),
                state.lastGood().meanLoss(),
                state.lastGood().steady(),
                average == null ? 0 : average.count(),
                vectors.toArray(float[][]::new));
    }

    /** The weights to measure and to write with: their average where there is one. */
    float[] modelWeights() {
        return vectors[averaged > 0 ? vectors.length - 1 : 0];
    }

    /** With what belongs to a partition, or to a model that goes on elsewhere. It falls back on these weights. */
    TrainerState with(OwnState own) {
        List<float[]> all = Arrays.asList(vectors);
        int end = vectors.length - (averaged > 0 ? 1 : 0);
        WeightAverage.AverageState average =
                averaged > 0 ? new WeightAverage.AverageState(averaged, modelWeights()) : null;
        return new TrainerState(
                steps,
                vectors[0],
                all.subList(1, end),
                updates,
                own.hidden(),
                own.random(),
                RateSchedule.Plateau.Progress.START,
                new LastGood(steps, recentLoss, steady, null),
                average);
    }
}
