package unroll.lens.xray;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The smallest automaton that reads exactly the substrings of a short text: at most 2m states and 3m transitions for m symbols.
 *
 * <p>Source: A. Blumer et al., "The smallest automaton recognizing the subwords of a text", Theoretical Computer Science 40
 * (1985), section 2.
 */
final class SuffixAutomaton {
    private SuffixAutomaton() {}

    /** Stands for some substrings that end at the same positions, each a suffix of the next. */
    static final class AutomatonState {
        private final int length;
        private final int firstEnd;
        private final Map<Integer, AutomatonState> next;
        private @Nullable AutomatonState suffix;

        AutomatonState(int length, int firstEnd, Map<Integer, AutomatonState> next) {
            this.length = length;
            this.firstEnd = firstEnd;
            this.next = new HashMap<>(next);
        }

        /** Symbols of its longest substring. */
        int length() {
            return length;
        }

        /** The position behind the first occurrence of its substrings in the text. */
        int firstEnd() {
            return firstEnd;
        }

        /** The state after one more symbol, or null where the text has no such substring. */
        @Nullable
        AutomatonState next(int symbol) {
            return next.get(symbol);
        }

        /** The state of the longest shorter suffix that is none of its substrings; null for that of the empty string. */
        @Nullable
        AutomatonState suffix() {
            return suffix;
        }
    }

    /** The state of the empty string, from which every substring of a text can be read. */
    static AutomatonState of(int[] text) {
        AutomatonState empty = new AutomatonState(0, 0, Map.of());
        AutomatonState last = empty;
        for (int symbol : text) {
            last = append(symbol, last, empty);
        }
        return empty;
    }

    private static AutomatonState append(int symbol, AutomatonState last, AutomatonState empty) {
        AutomatonState state = new AutomatonState(last.length + 1, last.length + 1, Map.of());
        for (AutomatonState from = last; from != null; from = from.suffix) {
            AutomatonState shared = from.next.putIfAbsent(symbol, state);
            if (shared != null) {
                state.suffix = shared.length == from.length + 1 ? shared : split(from, symbol, shared);
                return state;
            }
        }
        state.suffix = empty;
        return state;
    }

    /** Splits the state off that holds just the strings of {@code from} with the symbol behind, which others share. */
    private static AutomatonState split(AutomatonState from, int symbol, AutomatonState shared) {
        AutomatonState copy = new AutomatonState(from.length + 1, shared.firstEnd, shared.next);
        copy.suffix = shared.suffix;
        shared.suffix = copy;
        for (AutomatonState each = from; each != null && each.next(symbol) == shared; each = each.suffix) {
            each.next.put(symbol, copy);
        }
        return copy;
    }
}
