package unroll.session;

import java.nio.file.Path;
import java.util.function.Supplier;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.CheckpointException;
import unroll.checkpoint.Subject;
import unroll.checkpoint.Training;
import unroll.network.NetworkSpec;

/**
 * A checkpoint in the making.
 *
 * @param subject described when it is written, because large data take seconds to read through
 */
record CheckpointCapture(NetworkSpec spec, Training training, Supplier<Subject> subject) implements Learner.Capture {
    @Override
    public long step() {
        return training.state().steps();
    }

    @Override
    public void writeTo(Path file) throws CheckpointException {
        new Checkpoint(spec, subject.get(), training).save(file);
    }

    /** Flat, as in the trainer. */
    float[] weights() {
        return training.state().weights();
    }
}
