package unroll.corpus;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/** An opened text: its symbols as indices into its vocabulary, at most two bytes each. Immutable. */
public final class Corpus {
    /** Symbols that a sentence lists by name. */
    private static final int MAX_NAMED = 8;

    private final Source source;
    private final Vocabulary vocabulary;
    private final SymbolStore symbols;
    private final long[] frequencies;

    /** Where a text comes from. */
    record Source(String name, @Nullable Path file, Charset charset, List<String> notes) {}

    /** @param frequencies by index; kept, not copied */
    Corpus(Source source, Vocabulary vocabulary, SymbolStore symbols, long[] frequencies) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.symbols = symbols;
        this.frequencies = frequencies;
    }

    /** What the window calls it: the file's name, or the title of a bundled or pasted text. */
    public String name() {
        return source.name();
    }

    /** The file it came from, or null for a bundled or pasted text. */
    public @Nullable Path file() {
        return source.file();
    }

    /** How the bytes were decoded; UTF-8 for a bundled or pasted text. */
    public Charset charset() {
        return source.charset();
    }

    /**
     * What a user should know about how it was read, as sentences: that its encoding is a guess, or that bytes were replaced.
     */
    public List<String> notes() {
        return source.notes();
    }

    /**
     * The same text with the symbol indices of another vocabulary, such as that of the model that is to read it. Shares the
     * memory of this one.
     *
     * @throws ProblemException that names the symbols of this text the vocabulary lacks
     */
    public Corpus withVocabulary(Vocabulary other) {
        if (other.equals(vocabulary)) {
            return this;
        }
        int[] indices = new int[vocabulary.size()];
        long[] otherFrequencies = new long[other.size()];
        StringBuilder missing = new StringBuilder();
        for (int index = 0; index < indices.length; index++) {
            indices[index] = other.indexOf(vocabulary.codePoint(index));
            if (indices[index] < 0) {
                vocabulary.append(index, missing);
            } else {
                otherFrequencies[indices[index]] = frequencies[index];
            }
        }
        if (!missing.isEmpty()) {
            throw foreign(other.unknown(missing));
        }
        return new Corpus(source, other, symbols.translated(indices), otherFrequencies);
    }

    private ProblemException foreign(List<String> missing) {
        String named = String.join(", ", missing.subList(0, Math.min(MAX_NAMED, missing.size())));
        int more = missing.size() - MAX_NAMED;
        return Reason.FOREIGN_SYMBOLS.exception(
                more > 0 ? named + " and " + Wording.count(more, "more symbol") : named,
                name(),
                missing.size() == 1 ? "it" : "them");
    }

    /** Number of symbols (code points, after line ends became LF); at least 2. */
    public int length() {
        return symbols.length();
    }

    /** Number of lines; the last one counts whether or not a line end closes it. */
    public int lines() {
        int newline = vocabulary.indexOf('\n');
        if (newline < 0) {
            return 1;
        }
        int open = symbol(length() - 1) == newline ? 0 : 1;
        return Math.toIntExact(frequencies[newline]) + open;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** How often each symbol occurs, by index; a copy. */
    public long[] frequencies() {
        return frequencies.clone();
    }

    /**
     * The symbol index at a position, 0 to {@link #length()} − 1.
     *
     * @throws IndexOutOfBoundsException outside the text
     */
    public int symbol(int position) {
        return symbols.symbol(Objects.checkIndex(position, length()));
    }

    /**
     * Copies the symbol indices from a position on into an array: into[offset], into[offset + stride], ...
     *
     * @throws IndexOutOfBoundsException outside the text or the array
     */
    public void copy(int from, int count, int[] into, int offset, int stride) {
        Objects.checkFromIndexSize(from, count, length());
        for (int k = 0; k < count; k++) {
            into[offset + k * stride] = symbols.symbol(from + k);
        }
    }

    /**
     * The text of some positions, for a preview or a prime.
     *
     * @throws IndexOutOfBoundsException outside the text
     */
    public String text(Range range) {
        Objects.checkFromToIndex(range.from(), range.to(), length());
        StringBuilder text = new StringBuilder(range.length());
        for (int position = range.from(); position < range.to(); position++) {
            vocabulary.append(symbols.symbol(position), text);
        }
        return text.toString();
    }

    /** The rest of the line that a position stands on, without its end. */
    public Range lineFrom(int position) {
        int newline = vocabulary.indexOf('\n');
        int to = position;
        while (to < length() && symbols.symbol(to) != newline) {
            to++;
        }
        return new Range(position, to);
    }

    /** The positions of a part: train from the start, then validation, then test; boundaries rounded down. */
    public Range part(Split split, SplitPart part) {
        return split.range(part, length());
    }
}
