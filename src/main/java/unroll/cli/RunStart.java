package unroll.cli;

import org.jspecify.annotations.Nullable;
import unroll.checkpoint.Checkpoint;
import unroll.corpus.Corpus;
import unroll.corpus.Part;
import unroll.session.HeadlessRun;
import unroll.session.Settings;
import unroll.task.NextCharacter;
import unroll.train.TrainingConfig;

/**
 * What a run begins with.
 *
 * @param corpus in the symbols of the saved model, where there is one
 * @param saved where it goes on, or null where it begins
 */
record RunStart(Corpus corpus, Settings settings, @Nullable Checkpoint saved) {
    /** Where it stands. */
    Ending.Place place() {
        return saved == null
                ? Ending.Place.START
                : new Ending.Place(
                        saved.training().state().steps(),
                        saved.training().progress().seconds(),
                        saved.training().config().maxSteps());
    }

    /** Steps that make one pass over the training part; at least 1. */
    long stepsPerEpoch() {
        TrainingConfig config = settings.training();
        NextCharacter task =
                new NextCharacter(corpus, corpus.part(settings.split(), Part.TRAIN), config.batch(), config.window());
        return Math.max(1, task.wholeWindows());
    }

    Pace pace(Ending ending) {
        return new Pace(
                ending, settings.training().batch() * settings.training().window());
    }

    /** Whether a validation follows on a step of a run with this end. */
    boolean isValidated(long step, Ending ending) {
        int every = settings.training().validateEvery();
        return every > 0 && (step % every == 0 || step == ending.step());
    }

    /** @throws IllegalArgumentException with a sentence, where the text is too short for the settings */
    HeadlessRun run(Ending ending, HeadlessRun.Outputs outputs) {
        TrainingConfig config = settings.training().withMaxSteps(ending.step());
        return saved == null
                ? HeadlessRun.begin(corpus, settings.withTraining(config), outputs)
                : HeadlessRun.resume(saved, corpus, config, outputs);
    }
}
