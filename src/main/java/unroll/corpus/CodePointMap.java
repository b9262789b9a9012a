package unroll.corpus;

import java.util.Arrays;

/** From code points to indices, in pages of 256, so that every look-up is two array reads. */
final class CodePointMap {
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
