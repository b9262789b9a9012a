package unroll.session.model;

import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.RunNotes;
import unroll.checkpoint.TrainingData;
import unroll.checkpoint.TrainingSnapshot;
import unroll.session.data.Dataset;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;

/** A model as a checkpoint file holds it. */
public record StoredCheckpoint(Checkpoint checkpoint) implements TrainerFactory.Stored {
    @Override
    public Settings settings() {
        TrainingSnapshot training = checkpoint.training();
        return new Settings(
                ModelSettings.of(checkpoint.spec()),
                training.config(),
                training.split(),
                checkpoint.subject().task());
    }

    @Override
    public RunNotes notes() {
        return checkpoint.training().notes();
    }

    @Override
    public TrainingData subject() {
        return checkpoint.subject();
    }

    @Override
    public Learner.Capture capture() {
        return new CheckpointCapture(checkpoint.spec(), checkpoint.training(), checkpoint::subject);
    }

    @Override
    public Learner resume(Dataset dataset) {
        EngineTrainerFactory.requireMemory(
                checkpoint.spec(), dataset.data(), checkpoint.training().config());
        return new TrainerLearner(
                checkpoint.resume(dataset.data()),
                dataset,
                checkpoint.training().split());
    }

    @Override
    public ModelSnapshot snapshot() {
        return new ModelSnapshot(
                checkpoint.network(),
                checkpoint.subject().task(),
                checkpoint.subject().layout(),
                checkpoint.training().state().steps());
    }

    @Override
    public long parameters() {
        return checkpoint.spec().parameters();
    }

    @Override
    public long captureBytes() {
        return CheckpointCapture.bytes(checkpoint.spec(), checkpoint.training().config());
    }
}
