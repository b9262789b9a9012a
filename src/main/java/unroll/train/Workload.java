package unroll.train;

import unroll.network.Capacity;
import unroll.task.TaskData;

/**
 * What there is to do in a run's steps.
 *
 * @param capacity that an unroll needs, in training and in measuring
 * @param stepsPerEpoch steps that make one pass over the training part; 0 where a text is too short for one
 * @param charactersPerStep characters read in a step, on the average
 */
public record Workload(Capacity capacity, long stepsPerEpoch, int charactersPerStep) {
    /** Steps that make so many passes over the training part; at least 1. */
    public long stepsFor(double epochs) {
        return Math.max(1, (long) Math.ceil(epochs * Math.max(1, stepsPerEpoch)));
    }

    /** Reads examples through once. */
    public static Workload of(TaskData data, TrainingConfig config) {
        return Batches.of(data, config).workload();
    }
}
