package unroll.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.Progress;
import unroll.corpus.Corpus;

/** A model and its run from a checkpoint. */
record StoredRun(Checkpoint checkpoint) implements Workshop.Stored {
    @Override
    public Settings settings() {
        ModelSettings model = new ModelSettings(
                checkpoint.spec().cell(),
                checkpoint.spec().hidden(),
                checkpoint.spec().layers(),
                checkpoint.spec().dropout());
        return new Settings(
                model, checkpoint.training().config(), checkpoint.training().split());
    }

    @Override
    public RunNotes notes() {
        Progress progress = checkpoint.training().progress();
        return new RunNotes(
                progress.seconds(),
                progress.trainLoss(),
                progress.validationLoss(),
                progress.bestValidationLoss(),
                checkpoint.training().curves());
    }

    @Override
    public @Nullable Path corpusFile() {
        return checkpoint.text().path();
    }

    @Override
    public String corpusName() {
        return checkpoint.text().name();
    }

    @Override
    public boolean isOf(Corpus corpus) {
        return checkpoint.text().isOf(corpus);
    }

    @Override
    public Learner resume(Corpus corpus) {
        return new TrainerLearner(
                checkpoint.resume(corpus), corpus, checkpoint.training().split());
    }

    @Override
    public Learner withoutText() {
        throw new IllegalStateException("placeholder");
    }
}
