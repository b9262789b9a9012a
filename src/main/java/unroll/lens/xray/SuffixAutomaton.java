package unroll.lens.xray;

/**
 * The smallest automaton that reads exactly the substrings of a short text: at most 2m states and 3m transitions for m symbols.
 * State 0 stands for the empty string.
 *
 * <p>Each state stands for some substrings that end at the same places, each a suffix of the next: the longest has
 * {@link #length} symbols, and the longest shorter suffix that is none of them belongs to {@link #link}.
 *
 * <p>Source: A. Blumer et al., "The smallest automaton recognizing the subwords of a text", Theoretical Computer Science 40
 * (1985), section 2.
 */
final class SuffixAutomaton {
    /** Instead of a state: there is none. */
    static final int NONE = -1;

    private final int[] length;
    private final int[] link;
    /** The state in which the text up to each position ends. */
    private final int[] prefix;

    private final Transitions next;
    private int states = 1;

    /** @param text symbols, each at least 0 */
    SuffixAutomaton(int[] text) {
        length = new int[2 * text.length + 1];
        link = new int[length.length];
        prefix = new int[text.length];
        next = new Transitions(length.length, 3 * text.length + 1);
        link[0] = NONE;
        int last = 0;
        for (int i = 0; i < text.length; i++) {
            last = append(text[i], last);
            prefix[i] = last;
        }
    }

    private int append(int symbol, int last) {
        int state = newState(length[last] + 1);
        int from = last;
        while (from != NONE && next.of(from, symbol) == NONE) {
            next.set(from, symbol, state);
            from = link[from];
        }
        link[state] = from == NONE ? 0 : split(from, symbol);
        return state;
    }

    /** The state that holds just the strings of {@code from} with the symbol behind, split off where others share it. */
    private int split(int from, int symbol) {
        int shared = next.of(from, symbol);
        if (length[shared] == length[from] + 1) {
            return shared;
        }
        int copy = newState(length[from] + 1);
        next.copy(shared, copy);
        link[copy] = link[shared];
        link[shared] = copy;
        for (int state = from; state != NONE && next.of(state, symbol) == shared; state = link[state]) {
            next.set(state, symbol, copy);
        }
        return copy;
    }

    private int newState(int longest) {
        length[states] = longest;
        return states++;
    }

    int states() {
        return states;
    }

    /** The state after one more symbol, or {@link #NONE} where the text has no such substring. */
    int next(int state, int symbol) {
        return next.of(state, symbol);
    }

    int link(int state) {
        return link[state];
    }

    /** Symbols of the state's longest substring. */
    int length(int state) {
        return length[state];
    }

    /** The state of the whole text up to a position, that one included. */
    int prefix(int position) {
        return prefix[position];
    }
}
