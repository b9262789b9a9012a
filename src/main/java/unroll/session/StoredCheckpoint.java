package unroll.session;

import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.Progress;
import unroll.checkpoint.TextSource;
import unroll.checkpoint.Training;
import unroll.corpus.Corpus;
import unroll.network.NetworkSpec;
import unroll.train.MemoryEstimate;

/** A model as a checkpoint file holds it. */
record StoredCheckpoint(Checkpoint checkpoint) implements Workshop.Stored {
    @Override
    public Settings settings() {
        NetworkSpec spec = checkpoint.spec();
        Training training = checkpoint.training();
        return new Settings(
                new ModelSettings(spec.cell(), spec.hidden(), spec.layers(), spec.dropout()),
                training.config(),
                training.split());
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
    public TextSource text() {
        return checkpoint.text();
    }

    @Override
    public Learner.Capture capture() {
        return new CheckpointCapture(
                checkpoint.spec(), checkpoint.vocabulary(), checkpoint.training(), checkpoint::text);
    }

    @Override
    public Learner resume(Corpus corpus) {
        MemoryEstimate.requireFit(checkpoint.spec(), checkpoint.training().config());
        return new TrainerLearner(
                checkpoint.resume(corpus), corpus, checkpoint.training().split());
    }

    @Override
    public Learner withoutText() {
        return new TextlessLearner(checkpoint);
    }
}
