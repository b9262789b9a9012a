package unroll.session;

import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.Progress;
import unroll.checkpoint.Subject;
import unroll.checkpoint.Training;

/** A model as a checkpoint file holds it. */
record StoredCheckpoint(Checkpoint checkpoint) implements Workshop.Stored {
    @Override
    public Settings settings() {
        Training training = checkpoint.training();
        return new Settings(
                ModelSettings.of(checkpoint.spec()),
                training.config(),
                training.split(),
                checkpoint.subject().task());
    }

    @Override
    public RunNotes notes() {
        Progress progress = checkpoint.training().progress();
        return new RunNotes(
                progress.seconds(),
                progress.trainLoss(),
                progress.validationLoss(),
                progress.bestValidationLoss(),
                progress.sinceBest(),
                checkpoint.training().curves());
    }

    @Override
    public Subject subject() {
        return checkpoint.subject();
    }

    @Override
    public Learner.Capture capture() {
        return new CheckpointCapture(checkpoint.spec(), checkpoint.training(), checkpoint::subject);
    }

    @Override
    public Learner resume(Material material) {
        EngineWorkshop.requireMemory(
                checkpoint.spec(), material.data(), checkpoint.training().config());
        return new TrainerLearner(
                checkpoint.resume(material.data()),
                material,
                checkpoint.training().split());
    }

    @Override
    public Learner withoutData() {
        return new DatalessLearner(checkpoint);
    }
}
