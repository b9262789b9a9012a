package unroll.session.model;

import java.nio.file.Path;
import java.util.function.Supplier;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.TrainingData;
import unroll.checkpoint.TrainingSnapshot;
import unroll.network.NetworkSpec;
import unroll.train.Optimizer;
import unroll.train.TrainingConfig;

/**
 * A checkpoint in the making.
 *
 * @param subject described when it is written, because large data take seconds to read through
 */
record CheckpointCapture(NetworkSpec spec, TrainingSnapshot training, Supplier<TrainingData> subject)
        implements Learner.Capture {
    @Override
    public long step() {
        return training.state().steps();
    }

    @Override
    public void writeTo(Path file) {
        checkpoint().save(file);
    }

    Checkpoint checkpoint() {
        return new Checkpoint(spec, subject.get(), training);
    }

    /** Bytes of weights, their average, moments and carried state. */
    static long bytes(NetworkSpec spec, TrainingConfig config) {
        long weights = spec.parameters()
                * (1 + Optimizer.of(config.optimizer(), 0).memory().size() + (config.weightAverage() > 0 ? 1 : 0));
        long layers = (long) spec.layers() * spec.directions().count();
        long state = layers * spec.kind().stateBuffers() * spec.hidden() * config.batch();
        return Float.BYTES * (weights + state);
    }

    /** Those to measure and to write with, flat as in the trainer. */
    float[] weights() {
        return training.state().modelWeights();
    }
}
