package unroll.session;

import unroll.checkpoint.Checkpoint;
import unroll.network.Network;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

/** A model from a file whose text is not there: it can write and be saved, but not train. */
final class TextlessLearner implements Learner {
    private final Checkpoint checkpoint;
    private final Network network;

    TextlessLearner(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
        network = checkpoint.network();
    }

    @Override
    public Trainer.Step step() {
        throw textMissing();
    }

    /** There is nothing to measure on. */
    @Override
    public double validate() {
        return Double.NaN;
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
        return checkpoint.training().progress().epoch();
    }

    @Override
    public int charactersPerStep() {
        TrainingConfig config = checkpoint.training().config();
        return config.batch() * config.window();
    }

    /** The settings count as soon as the text is there and the run goes on. */
    @Override
    public void change(TrainingConfig config) {}

    @Override
    public Writer writer() {
        return new NetworkWriter(network, checkpoint.vocabulary());
    }

    @Override
    public Capture capture(RunNotes notes) {
        return new StoredCheckpoint(checkpoint).capture();
    }

    @Override
    public void takeWeights(Capture earlier) {
        throw textMissing();
    }

    private IllegalStateException textMissing() {
        return new IllegalStateException("The text of this model, %s, is not open; open it first."
                .formatted(checkpoint.text().name()));
    }

    /** Holds nothing that needs it. */
    @Override
    public void close() {}
}
