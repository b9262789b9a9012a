package unroll.cli.dashboard;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/** Reads keys from a terminal, one character each; keys that send a sequence, such as arrows, are passed over. */
final class Keys {
    static final char ENTER = '\r';
    static final char LINE_FEED = '\n';
    static final char BACKSPACE = '\b';
    static final char DELETE = 127;
    static final char ESCAPE = 27;
    /** Ctrl-U. */
    static final char CLEAR_LINE = 21;
    /** Ctrl-L. */
    static final char REDRAW = 12;

    /** What {@link #next} gives where no key was pressed in time. */
    static final char NONE = 0;

    /** How soon the rest of a sequence follows on its escape. */
    private static final long SEQUENCE_MILLIS = 30;

    private final NonBlockingReader reader;

    Keys(NonBlockingReader reader) {
        this.reader = reader;
    }

    /** The next key, or {@link #NONE} where none was pressed in this time. */
    char next(long millis) throws IOException {
        int read = reader.read(millis);
        if (read != ESCAPE) {
            return read < 0 ? NONE : (char) read;
        }
        int next = reader.read(SEQUENCE_MILLIS);
        if (next < 0) {
            return ESCAPE;
        }
        if (next == '[' || next == 'O') {
            skipSequence();
        }
        return NONE;
    }

    /** Parameters, and the letter or tilde that ends a sequence. */
    private void skipSequence() throws IOException {
        int read = reader.read(SEQUENCE_MILLIS);
        while (read >= ' ' && read < '@') {
            read = reader.read(SEQUENCE_MILLIS);
        }
    }
}
