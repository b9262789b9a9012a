package unroll.corpus;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An opened text: its symbols as indices into its vocabulary, at most two bytes each. Immutable. */
public final class Corpus {
    private Corpus() {}

    /** What the window calls it: the file's name, or the title of a bundled or pasted text. */
    public String name() {
        throw new UnsupportedOperationException();
    }

    /** The file it came from, or null for a bundled or pasted text. */
    public @Nullable Path file() {
        throw new UnsupportedOperationException();
    }

    /** How the bytes were decoded. */
    public Charset charset() {
        throw new UnsupportedOperationException();
    }

    /** Number of symbols (code points, after line ends became LF). */
    public int length() {
        throw new UnsupportedOperationException();
    }

    public int lines() {
        throw new UnsupportedOperationException();
    }

    public Vocabulary vocabulary() {
        throw new UnsupportedOperationException();
    }

    /** How often each symbol occurs, by index; a copy. */
    public long[] frequencies() {
        throw new UnsupportedOperationException();
    }

    /** The symbol index at a position, 0 to {@link #length()} − 1. */
    public int symbol(int position) {
        throw new UnsupportedOperationException();
    }

    /** Copies the symbol indices from a position on into an array: into[offset], into[offset + stride], ... */
    public void copy(int from, int count, int[] into, int offset, int stride) {
        throw new UnsupportedOperationException();
    }

    /** The text of some positions, for a preview or a prime. */
    public String text(Range range) {
        throw new UnsupportedOperationException();
    }

    /** The positions of a part: train from the start, then validation, then test; boundaries rounded down. */
    public Range part(Split split, Part part) {
        throw new UnsupportedOperationException();
    }
}
