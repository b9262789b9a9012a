package unroll.session.report;

import java.io.IOException;
import java.io.Serial;
import java.util.Locale;

/** A table of runs cannot be read; the message is a sentence for the user. */
public final class RunTableException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    RunTableException(String sentence) {
        super(sentence);
    }

    /** @param what goes on after "Line 7 " */
    RunTableException(int line, String what) {
        super(String.format(Locale.ROOT, "Line %d %s.", line, what));
    }
}
