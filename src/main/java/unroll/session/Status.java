package unroll.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import unroll.corpus.Corpus;
import unroll.settings.Settings;
import unroll.train.Evaluation;

/**
 * One consistent look at the session, for the screen; immutable.
 *
 * @param corpus the text that is open, or null before the first has been read
 * @param pairs the pairs that are open, as the text they are, or null
 * @param material what the model learns from, or would; null where it has not been made
 * @param evaluation the last measurement on the validation part, or null
 * @param settings what the next model is made from, or what the present one was made from
 * @param phase where the run stands
 * @param parameters trainable weights of the model that is, or that Train would make; 0 where the data are not known
 * @param step updates done
 * @param epoch passes over the training part
 * @param seconds spent training
 * @param trainLoss last training loss, smoothed, in nats per character; NaN before the first step
 * @param validationLoss last validation loss; NaN where none was measured
 * @param bestValidationLoss lowest validation loss; NaN where none was measured
 * @param gradientNorm of the last step, before clipping; NaN before the first
 * @param learningRate of the last step
 * @param charsPerSecond recent speed
 * @param secondsLeft until maxSteps at the recent speed; NaN where there is no end
 * @param file checkpoint the model was last saved to or opened from, or null
 * @param unsaved whether the model holds training that no file the user chose holds
 */
public record Status(
        @Nullable Corpus corpus,
        @Nullable Corpus pairs,
        @Nullable Dataset material,
        @Nullable Evaluation evaluation,
        Settings settings,
        Phase phase,
        long parameters,
        long step,
        double epoch,
        double seconds,
        double trainLoss,
        double validationLoss,
        double bestValidationLoss,
        double gradientNorm,
        double learningRate,
        double charsPerSecond,
        double secondsLeft,
        @Nullable Path file,
        boolean unsaved) {

    /** How large the model is and where the user keeps it. */
    record Kept(long parameters, @Nullable Path file, boolean unsaved) {}

    /** What is learned, and how well it was done when it was measured last. */
    record Learned(
            OpenedFiles sources,
            @Nullable Dataset material,
            @Nullable Evaluation evaluation) {}

    static Status of(Learned learned, Settings settings, RunProgress progress, Kept kept) {
        return new Status(
                learned.sources().text(),
                learned.sources().pairs(),
                learned.material(),
                learned.evaluation(),
                settings,
                progress.phase(),
                kept.parameters(),
                progress.step(),
                progress.epoch(),
                progress.seconds(),
                progress.trainLoss(),
                progress.validationLoss(),
                progress.bestValidationLoss(),
                progress.gradientNorm(),
                progress.learningRate(),
                progress.charsPerSecond(),
                progress.secondsLeft(),
                kept.file(),
                kept.unsaved());
    }
}
