package unroll.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.Checkpoint;
import unroll.message.ProblemException;
import unroll.session.data.Dataset;
import unroll.session.run.HeadlessRun;
import unroll.settings.Settings;
import unroll.train.TrainingConfig;
import unroll.train.Workload;

/**
 * What a run begins with.
 *
 * @param dataset in the symbols of the saved model, where there is one
 * @param workload of these settings
 * @param saved where it goes on, or null where it begins
 */
record RunStart(
        Dataset dataset,
        Settings settings,
        Workload workload,
        @Nullable Checkpoint saved) {
    static RunStart of(Dataset dataset, Settings settings, @Nullable Checkpoint saved) {
        return new RunStart(dataset, settings, Workload.of(dataset.data(), settings.training()), saved);
    }

    /** The file that the data were read from, given or found, by what it is; empty where they were made. */
    Map<String, Path> files() {
        Path file = dataset.source() == null ? null : dataset.source().file();
        return file == null ? Map.of() : Map.of("what this run learns from", file);
    }

    StopCondition.Progress place() {
        return saved == null
                ? StopCondition.Progress.START
                : new StopCondition.Progress(
                        saved.training().state().steps(),
                        saved.training().notes().metrics().seconds(),
                        saved.training().config().maxSteps());
    }

    /** Steps that make one pass over the training part; at least 1. */
    long stepsPerEpoch() {
        return Math.max(1, workload.stepsPerEpoch());
    }

    /** Whether a validation follows on a step of a run with this end. */
    boolean isValidated(long step, StopCondition ending) {
        int every = settings.training().validateEvery();
        return every > 0 && (step % every == 0 || step == ending.step());
    }

    /** @throws ProblemException where the data are too few for the settings */
    HeadlessRun run(StopCondition ending, HeadlessRun.Outputs outputs) {
        TrainingConfig config = settings.training().with(change -> change.maxSteps = ending.step());
        return saved == null
                ? HeadlessRun.begin(dataset, settings.withTraining(config), outputs)
                : HeadlessRun.resume(saved, dataset, config, outputs);
    }
}
