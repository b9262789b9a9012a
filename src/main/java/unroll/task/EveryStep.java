package unroll.task;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A symbol is read and a symbol asked for at every step. An output shorter than its input is asked for at the first
 * steps; the rest have no target.
 */
final class EveryStep implements Unfolding {
    @Override
    public Alphabets alphabets(List<Pair> pairs) {
        return new Alphabets(
                Alphabet.EMPTY,
                Alphabet.ofCharacters(Unfolding.inputs(pairs)),
                Alphabet.ofCharacters(Unfolding.outputs(pairs)));
    }

    @Override
    public Example example(Pair pair, Alphabets alphabets) {
        int[] inputs = alphabets.input().encode(pair.input());
        int[] asked = alphabets.output().encode(pair.output());
        int[] targets = Unfolding.nothingAsked(inputs.length);
        System.arraycopy(asked, 0, targets, 0, asked.length);
        return new Example(Example.NO_SOURCE, inputs, targets);
    }

    @Override
    public Example prompt(String input, Alphabets alphabets) {
        int[] inputs = alphabets.input().encode(input);
        return new Example(Example.NO_SOURCE, inputs, Unfolding.nothingAsked(inputs.length));
    }

    @Override
    public @Nullable String refusal(Pair pair) {
        String empty = Unfolding.emptySide(pair);
        int given = length(pair.input());
        int asked = length(pair.output());
        if (empty != null || given == asked) {
            return empty;
        }
        return String.format(
                Locale.ROOT,
                "has %d characters before the tab and %d after it; this task needs as many after it as before, one for each",
                given,
                asked);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
