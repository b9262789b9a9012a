package unroll.task;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How pairs of one type lie over steps: what is read when, and where a target stands. */
interface Unfolding {
    /** The alphabets that hold every symbol of these pairs. */
    Alphabets alphabets(List<Pair> pairs);

    /** @throws IllegalArgumentException with a sentence where the alphabets lack a symbol */
    Example example(Pair pair, Alphabets alphabets);

    /** What the network reads before it answers; no step has a target. */
    Example prompt(String input, Alphabets alphabets);

    /** Why a pair cannot be laid out, in words that continue "line 7 ..."; null where it can. */
    @Nullable
    String refusal(Pair pair);

    /** Whether the output is one label of several. */
    default boolean asksForLabel() {
        return false;
    }

    /** Whether the input is one label of several. */
    default boolean givenLabel() {
        return false;
    }

    static int[] nothingAsked(int steps) {
        int[] targets = new int[steps];
        Arrays.fill(targets, Batch.NO_TARGET);
        return targets;
    }

    static @Nullable String emptySide(Pair pair) {
        if (pair.input().isEmpty()) {
            return "has nothing before the tab";
        }
        return pair.output().isEmpty() ? "has nothing after the tab" : null;
    }

    static List<String> inputs(List<Pair> pairs) {
        return pairs.stream().map(Pair::input).toList();
    }

    static List<String> outputs(List<Pair> pairs) {
        return pairs.stream().map(Pair::output).toList();
    }
}
