package unroll.session.lesson;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is no lesson; the message is a sentence with the place, what stands there and what was expected. */
public final class LessonException extends IOException {
    private static final long serialVersionUID = 1;

    LessonException(String sentence) {
        this(sentence, null);
    }

    LessonException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
