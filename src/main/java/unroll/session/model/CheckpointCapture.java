package unroll.session.model;

import java.nio.file.Path;
import java.util.function.Supplier;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.RunNotes;
import unroll.checkpoint.TrainingData;
import unroll.checkpoint.TrainingSnapshot;
import unroll.network.NetworkSpec;
import unroll.session.data.Dataset;
import unroll.settings.ModelSettings;
import unroll.settings.Settings;
import unroll.train.TrainingConfig;

/**
 * A checkpoint, of a file or in the making.
 *
 * @param data what was learned, described when it is first needed, because large data take seconds to read through
 */
public record CheckpointCapture(NetworkSpec spec, TrainingSnapshot training, Supplier<TrainingData> data)
        implements Learner.Capture {
    /** What a file holds. */
    public static CheckpointCapture of(Checkpoint saved) {
        return new CheckpointCapture(saved.spec(), saved.training(), saved::subject);
    }

    @Override
    public long step() {
        return training.state().steps();
    }

    @Override
    public Settings settings() {
        return new Settings(
                ModelSettings.of(spec),
                training.config(),
                training.split(),
                subject().task());
    }

    @Override
    public RunNotes notes() {
        return training.notes();
    }

    @Override
    public TrainingData subject() {
        return data.get();
    }

    @Override
    public Learner resume(Dataset dataset) {
        EngineTrainerFactory.requireMemory(spec, dataset.data(), training.config());
        return new TrainerLearner(checkpoint().resume(dataset.data()), dataset, training.split());
    }

    @Override
    public ModelSnapshot snapshot() {
        return new ModelSnapshot(
                checkpoint().network(), subject().task(), subject().layout(), step());
    }

    @Override
    public long parameters() {
        return spec.parameters();
    }

    @Override
    public long bytes() {
        return bytes(spec, training.config());
    }

    @Override
    public void writeTo(Path file) {
        checkpoint().save(file);
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(spec, subject(), training);
    }

    /** Bytes of weights, their average, moments and carried state. */
    static long bytes(NetworkSpec spec, TrainingConfig config) {
        long weights =
                spec.parameters() * (1 + config.optimizer().kind().moments() + (config.weightAverage() > 0 ? 1 : 0));
        long layers = (long) spec.layers() * spec.directions().count();
        long state = layers * spec.kind().stateBuffers() * spec.hidden() * config.batch();
        return Float.BYTES * (weights + state);
    }
}
