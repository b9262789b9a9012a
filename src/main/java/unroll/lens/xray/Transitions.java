package unroll.lens.xray;

import java.util.Arrays;

/**
 * What follows on a state and a symbol: a hash table with open addressing, whose entries of one state are chained. It never
 * grows, for an automaton's number of transitions is known before.
 */
final class Transitions {
    private static final long FREE = -1;
    private static final int END = -1;
    /** 2^64 divided by the golden ratio: scatters neighboring keys. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private final long[] keys;
    private final int[] targets;
    private final int shift;
    /** Of each state the slot of its latest entry, and of each slot that of the entry before. */
    private final int[] latest;

    private final int[] earlier;

    /**
     * @param states at most
     * @param entries at most
     */
    Transitions(int states, int entries) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * entries);
        keys = new long[1 << bits];
        targets = new int[keys.length];
        earlier = new int[keys.length];
        latest = new int[states];
        shift = Long.SIZE - bits;
        Arrays.fill(keys, FREE);
        Arrays.fill(latest, END);
    }

    /** The target, or {@link SuffixAutomaton#NONE}. */
    int of(int state, int symbol) {
        int slot = slot(key(state, symbol));
        return keys[slot] == FREE ? SuffixAutomaton.NONE : targets[slot];
    }

    void set(int state, int symbol, int target) {
        long key = key(state, symbol);
        int slot = slot(key);
        if (keys[slot] == FREE) {
            keys[slot] = key;
            earlier[slot] = latest[state];
            latest[state] = slot;
        }
        targets[slot] = target;
    }

    /** Gives a new state the transitions of another. */
    void copy(int from, int to) {
        for (int slot = latest[from]; slot != END; slot = earlier[slot]) {
            set(to, (int) keys[slot], targets[slot]);
        }
    }

    private static long key(int state, int symbol) {
        return (long) state << Integer.SIZE | symbol;
    }

    /** Where the key is, or the free slot where it would be. */
    private int slot(long key) {
        int slot = (int) (key * SCATTER >>> shift);
        while (keys[slot] != key && keys[slot] != FREE) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}
