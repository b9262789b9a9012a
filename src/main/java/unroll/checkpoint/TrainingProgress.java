package unroll.checkpoint;

/**
 * How far a run had come, beside what its trainer knows. Losses in nats per character; NaN where none was measured.
 *
 * @param epoch passes over the training part
 * @param seconds spent training
 * @param trainLoss smoothed
 * @param validationLoss last measured
 * @param bestValidationLoss lowest measured
 * @param sinceBest validations since the lowest one, by which early stopping counts
 */
public record TrainingProgress(
        double epoch,
        double seconds,
        double trainLoss,
        double validationLoss,
        double bestValidationLoss,
        int sinceBest) {}
