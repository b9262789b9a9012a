package unroll.checkpoint;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read as a model; the message is a full sentence for the user: what, got, expected, what to do. */
public final class CheckpointException extends IOException {
    private static final long serialVersionUID = 1;

    public CheckpointException(String sentence) {
        super(sentence);
    }

    public CheckpointException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
