package unroll.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Symbols;

/**
 * The distinct symbols of a text, as Unicode code points in ascending order; a symbol's index is its place in that order.
 * Immutable.
 */
public final class Vocabulary {
    public static final int MAX_SIZE = SymbolStore.LIMIT;

    private final int[] codePoints;
    private final CodePointMap indices = new CodePointMap();

    /**
     * @param codePoints distinct code points in any order; at least two, at most {@link #MAX_SIZE}
     * @throws IllegalArgumentException with a sentence where they are not
     */
    public Vocabulary(int[] codePoints) {
        if (codePoints.length < 2 || codePoints.length > MAX_SIZE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A vocabulary has 2 to %,d symbols, but this one has %,d.",
                    MAX_SIZE,
                    codePoints.length));
        }
        this.codePoints = codePoints.clone();
        Arrays.sort(this.codePoints);
        for (int index = 0; index < this.codePoints.length; index++) {
            enter(this.codePoints[index], index);
        }
    }

    private void enter(int codePoint, int index) {
        if (!Character.isValidCodePoint(codePoint) || Character.getType(codePoint) == Character.SURROGATE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A vocabulary holds Unicode characters, but this one holds the number %d, which is none.",
                    codePoint));
        }
        if (indices.get(codePoint) != CodePointMap.ABSENT) {
            throw new IllegalArgumentException(
                    "A vocabulary holds each symbol once, but this one holds " + Symbols.named(codePoint) + " twice.");
        }
        indices.put(codePoint, index);
    }

    /** Number of distinct symbols, V. */
    public int size() {
        return codePoints.length;
    }

    /** The code point of the symbol with this index, 0 to V − 1. */
    public int codePoint(int index) {
        return codePoints[index];
    }

    /** The index of this code point, or −1 where the vocabulary does not hold it. */
    public int indexOf(int codePoint) {
        return Character.isValidCodePoint(codePoint) ? indices.get(codePoint) : CodePointMap.ABSENT;
    }

    /**
     * The indices of a text's symbols, by code point; CRLF and CR count as LF, as they do in a corpus.
     *
     * @throws ProblemException that names the symbols the vocabulary does not hold
     */
    public int[] encode(CharSequence text) {
        List<String> unknown = unknown(text);
        if (!unknown.isEmpty()) {
            throw Reason.NOT_IN_TEXT.exception(unknown);
        }
        return symbolsOf(text).map(indices::get).toArray();
    }

    /** Readable names of the distinct symbols of a text that the vocabulary does not hold, in order of appearance. */
    public List<String> unknown(CharSequence text) {
        return symbolsOf(text)
                .filter(codePoint -> indices.get(codePoint) == CodePointMap.ABSENT)
                .distinct()
                .mapToObj(Symbols::named)
                .collect(Collectors.toUnmodifiableList());
    }

    /** The text of some indices, each 0 to V − 1. */
    public String decode(int[] symbols) {
        StringBuilder text = new StringBuilder(symbols.length);
        for (int symbol : symbols) {
            append(symbol, text);
        }
        return text.toString();
    }

    /** Appends the symbol with this index, 0 to V − 1, to a text. */
    public void append(int index, StringBuilder text) {
        text.appendCodePoint(codePoints[index]);
    }

    private static IntStream symbolsOf(CharSequence text) {
        return text.toString().replace("\r\n", "\n").replace('\r', '\n').codePoints();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vocabulary that && Arrays.equals(codePoints, that.codePoints);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codePoints);
    }

    /** From code points to indices, in pages of 256, so that every look-up is two array reads. */
    static final class CodePointMap {
        static final int ABSENT = -1;

        private static final int PAGE_BITS = 8;
        private static final int PAGE = 1 << PAGE_BITS;
        private static final int[] EMPTY = emptyPage();

        private final int[][] pages = new int[(Character.MAX_CODE_POINT >>> PAGE_BITS) + 1][];

        CodePointMap() {
            Arrays.fill(pages, EMPTY);
        }

        /** The index of a code point from 0 to {@link Character#MAX_CODE_POINT}, or {@link #ABSENT}. */
        int get(int codePoint) {
            return pages[codePoint >>> PAGE_BITS][codePoint & (PAGE - 1)];
        }

        /** The indices of the code points 0 to 255, not to be changed. */
        int[] firstPage() {
            return pages[0];
        }

        void put(int codePoint, int index) {
            int page = codePoint >>> PAGE_BITS;
            if (pages[page] == EMPTY) {
                pages[page] = emptyPage();
            }
            pages[page][codePoint & (PAGE - 1)] = index;
        }

        private static int[] emptyPage() {
            int[] page = new int[PAGE];
            Arrays.fill(page, ABSENT);
            return page;
        }
    }
}
