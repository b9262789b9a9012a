package unroll.lens.ngram;

import java.util.Arrays;

/**
 * How often every n-gram of a text occurs, as a tree: an n-gram's parent is what it begins with, its context. An n-gram is a
 * number, 0 the empty one. Some 30 bytes each; grows by doubling, so memory follows what was counted.
 */
final class NGramTable {
    /** The empty n-gram, the context of single symbols. */
    static final int ROOT = 0;
    /** Stands for an n-gram that does not occur; it has no children. */
    static final int ABSENT = -1;

    private static final int FIRST_CAPACITY = 1 << 10;
    /** 2^64 divided by the golden ratio, which spreads neighboring keys over the slots (Knuth, volume 3, section 6.4). */
    private static final long FIBONACCI = 0x9E3779B97F4A7C15L;

    private int size = 1;
    private int[] parent = new int[FIRST_CAPACITY];
    private char[] last = new char[FIRST_CAPACITY];
    private int[] count = new int[FIRST_CAPACITY];
    private int[] children = new int[FIRST_CAPACITY];
    private int[] firstChild = new int[FIRST_CAPACITY];
    private int[] nextSibling = new int[FIRST_CAPACITY];
    /** Open addressing with linear probing; 0 where a slot is empty, since nothing looks for the root. */
    private int[] slots = new int[2 * FIRST_CAPACITY];

    /** N-grams in it, the empty one included. */
    int size() {
        return size;
    }

    /** How often an n-gram occurs; of the root, how many symbols there are. */
    int count(int node) {
        return count[node];
    }

    /** Different symbols seen after a context. */
    int children(int node) {
        return children[node];
    }

    /** The first of the n-grams that prolong this one by a symbol, or the root where there is none. */
    int firstChild(int node) {
        return firstChild[node];
    }

    /** Another n-gram with the same context, or the root where this was the last. */
    int nextSibling(int node) {
        return nextSibling[node];
    }

    /** The symbol an n-gram ends with. */
    int symbol(int node) {
        return last[node];
    }

    /** The context prolonged by a symbol, or {@link #ABSENT}. */
    int child(int context, int symbol) {
        if (context == ABSENT) {
            return ABSENT;
        }
        int found = slots[slot(context, symbol)];
        return found == ROOT ? ABSENT : found;
    }

    /** Counts one more symbol of the text. */
    void countSymbol() {
        count[ROOT]++;
    }

    /** Counts a symbol after a context; returns the context prolonged by it. */
    int count(int context, int symbol) {
        int slot = slot(context, symbol);
        int node = slots[slot];
        if (node == ROOT) {
            node = insert(context, symbol, slot);
        }
        count[node]++;
        return node;
    }

    private int insert(int context, int symbol, int slot) {
        if (size == parent.length) {
            grow();
            return insert(context, symbol, slot(context, symbol));
        }
        int node = size++;
        slots[slot] = node;
        parent[node] = context;
        last[node] = (char) symbol;
        nextSibling[node] = firstChild[context];
        firstChild[context] = node;
        children[context]++;
        return node;
    }

    /** Where the n-gram stands, or the empty slot where it would. */
    private int slot(int context, int symbol) {
        int mask = slots.length - 1;
        long key = (long) context << Character.SIZE | symbol;
        int slot = (int) (key * FIBONACCI >>> Long.numberOfLeadingZeros(mask));
        while (slots[slot] != ROOT && !(parent[slots[slot]] == context && last[slots[slot]] == symbol)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int capacity = 2 * size;
        parent = Arrays.copyOf(parent, capacity);
        last = Arrays.copyOf(last, capacity);
        count = Arrays.copyOf(count, capacity);
        children = Arrays.copyOf(children, capacity);
        firstChild = Arrays.copyOf(firstChild, capacity);
        nextSibling = Arrays.copyOf(nextSibling, capacity);
        slots = new int[2 * capacity];
        for (int node = 1; node < size; node++) {
            slots[slot(parent[node], last[node])] = node;
        }
    }
}
