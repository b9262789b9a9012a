package unroll.session.model;

import java.util.Optional;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.RunNotes;
import unroll.network.Network;
import unroll.session.data.MissingData;
import unroll.train.Evaluation;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

/** A model from a file whose data are not there: it can write and be saved, but not train. */
final class DatalessLearner implements Learner {
    private final Checkpoint checkpoint;
    private final Network network;

    DatalessLearner(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
        network = checkpoint.network();
    }

    @Override
    public Trainer.Step step() {
        throw dataMissing();
    }

    /** There is nothing to measure on. */
    @Override
    public Optional<Evaluation> validate() {
        return Optional.empty();
    }

    @Override
    public long parameters() {
        return checkpoint.spec().parameters();
    }

    @Override
    public long steps() {
        return checkpoint.training().state().steps();
    }

    @Override
    public double epoch() {
        return checkpoint.training().notes().metrics().epoch();
    }

    @Override
    public int charactersPerStep() {
        TrainingConfig config = checkpoint.training().config();
        return config.batch() * config.window();
    }

    /** The settings count as soon as the data are there and the run goes on. */
    @Override
    public void change(TrainingConfig config) {}

    @Override
    public ModelSnapshot look() {
        return new ModelSnapshot(
                network.copy(),
                checkpoint.subject().task(),
                checkpoint.subject().layout(),
                steps());
    }

    @Override
    public InspectionInput scene() {
        throw dataMissing();
    }

    @Override
    public Writer writer() {
        return Writers.of(look(), null);
    }

    @Override
    public long captureBytes() {
        return CheckpointCapture.bytes(checkpoint.spec(), checkpoint.training().config());
    }

    @Override
    public Capture capture(RunNotes notes) {
        return new StoredCheckpoint(checkpoint).capture();
    }

    @Override
    public void takeWeights(Capture earlier) {
        throw dataMissing();
    }

    private IllegalStateException dataMissing() {
        return new IllegalStateException(MissingData.sentence(checkpoint.subject()));
    }

    /** Holds nothing that needs it. */
    @Override
    public void close() {}
}
