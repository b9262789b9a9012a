package unroll.corpus;

import java.util.Arrays;

/**
 * The distinct symbols of a text, as Unicode code points in ascending order; a symbol's index is its place in that order.
 */
public final class Vocabulary {
    private final int[] codePoints;

    /** @param codePoints distinct code points in any order; at least two */
    public Vocabulary(int[] codePoints) {
        this.codePoints = codePoints.clone();
        Arrays.sort(this.codePoints);
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
        int index = Arrays.binarySearch(codePoints, codePoint);
        return index < 0 ? -1 : index;
    }
}
