package unroll.train;

/**
 * What happened in a run, as immutable copies that any thread may keep. Losses are in nats per character; {@code step}
 * counts updates from the start of the model's life, {@code epoch} passes over the training part, {@code seconds} time
 * spent training.
 */
public sealed interface TrainingEvent {
    long step();

    /**
     * One update of the weights. The gradient norm is the one before clipping; {@code smoothedLoss} is the
     * training loss as curves show it, an {@link ExponentialAverage}; {@code secondsLeft} until the last step asked for, at
     * the present speed, NaN where there is none or it cannot be told yet.
     */
    record Stepped(
            long step,
            double epoch,
            double seconds,
            double trainLoss,
            double smoothedLoss,
            double gradientNorm,
            double learningRate,
            double charsPerSecond,
            double secondsLeft)
            implements TrainingEvent {}

    /** How well the validation part is done; {@code best} where its loss is the lowest so far. */
    record Validated(long step, double epoch, double seconds, Evaluation evaluation, boolean best)
            implements TrainingEvent {
        public double validationLoss() {
            return evaluation.loss();
        }

        /** The share of asked characters answered rightly. */
        public double accuracy() {
            return evaluation.score().accuracy().value();
        }

        /** The share of examples answered wholly rightly; NaN where there are no examples but a text. */
        public double exactMatch() {
            return evaluation.score().exactMatch().value();
        }
    }

    /** A text the network wrote; {@code loss} is the smoothed training loss at that step. */
    record Sampled(long step, double loss, String text) implements TrainingEvent {}

    /** Something the user should know while the run goes on, for example an autosave that failed. */
    record Warned(long step, String sentence) implements TrainingEvent {}

    /**
     * The run ended by itself: the last step asked for was reached or, {@code early}, the validation loss stopped improving.
     */
    record Finished(long step, String sentence, boolean early) implements TrainingEvent {}

    /** The run could not go on: the sentence says what happened and what to try, the details are for copying. */
    record Failed(long step, String sentence, String details) implements TrainingEvent {}
}
