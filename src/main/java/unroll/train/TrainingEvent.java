package unroll.train;

import java.util.List;
import unroll.corpus.RealWords;
import unroll.message.Problem;

/**
 * What happened in a run, as immutable copies that any thread may keep. Losses are in nats per character; {@code step}
 * counts updates from the start of the model's life, {@code epoch} passes over the training part, {@code seconds} time
 * spent training.
 */
public sealed interface TrainingEvent {
    long step();

    /**
     * One update of the weights.
     *
     * @param metrics after it; their training loss is smoothed
     * @param loss of this step alone
     */
    record Stepped(RunMetrics metrics, double loss) implements TrainingEvent {
        @Override
        public long step() {
            return metrics.step();
        }
    }

    /**
     * How well the validation part is done.
     *
     * @param metrics with this measurement among their losses
     * @param best whether its loss is the lowest so far
     */
    record Validated(RunMetrics metrics, Evaluation evaluation, boolean best) implements TrainingEvent {
        @Override
        public long step() {
            return metrics.step();
        }

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

    /**
     * A text the network wrote.
     *
     * @param loss the smoothed training loss at that step
     * @param answers what the lines of the text say, where the network answers examples; none where it writes
     * @param realWords which of its words the training part has
     */
    record Sampled(long step, double loss, String text, List<LiveAnswer> answers, RealWords realWords)
            implements TrainingEvent {
        /** A text whose words nobody looked up. */
        public Sampled(long step, double loss, String text) {
            this(step, loss, text, List.of(), RealWords.NONE);
        }
    }

    /** Something the user should know while the run goes on, for example an autosave that failed. */
    record Warned(long step, Problem problem) implements TrainingEvent {}

    /** The run ended by itself. */
    sealed interface Finished extends TrainingEvent {}

    /**
     * The last step asked for.
     *
     * @param more steps that training on makes
     */
    record ReachedLastStep(long step, long more) implements Finished {}

    /**
     * The validation loss stopped improving.
     *
     * @param best the lowest validation loss
     * @param measurements since then
     * @param restored the step whose weights, those of the lowest loss, were put back; 0 where they are not known
     */
    record StoppedEarly(long step, double best, int measurements, long restored) implements Finished {}

    /** The run could not go on; the details are for copying. */
    record Failed(long step, Problem problem, String details) implements TrainingEvent {}
}
