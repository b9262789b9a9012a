package unroll.session;

import java.nio.file.Path;
import java.util.function.Supplier;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.CheckpointException;
import unroll.checkpoint.TextSource;
import unroll.checkpoint.Training;
import unroll.corpus.Vocabulary;
import unroll.network.NetworkSpec;

/**
 * A checkpoint in the making.
 *
 * @param text described when it is written, because a large text takes seconds to read through
 */
record CheckpointCapture(NetworkSpec spec, Vocabulary vocabulary, Training training, Supplier<TextSource> text)
        implements Learner.Capture {
    @Override
    public long step() {
        return training.state().steps();
    }

    @Override
    public void writeTo(Path file) throws CheckpointException {
        new Checkpoint(spec, vocabulary, training, text.get()).save(file);
    }

    /** Flat, as in the trainer. */
    float[] weights() {
        return training.state().weights();
    }
}
