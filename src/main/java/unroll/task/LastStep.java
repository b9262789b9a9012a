package unroll.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Characters are read one a step; only the last step is asked: for a label, or for a character where the answers are
 * characters.
 */
final class LastStep implements Unfolding {
    @Override
    public Alphabets alphabets(List<Pair> pairs) {
        return new Alphabets(
                Alphabet.EMPTY,
                Alphabet.ofCharacters(Unfolding.inputs(pairs)),
                Alphabet.ofLabels(Unfolding.outputs(pairs)));
    }

    @Override
    public Example example(Pair pair, Alphabets alphabets) {
        Example example = prompt(pair.input(), alphabets);
        int[] targets = example.targets();
        targets[targets.length - 1] = asked(pair.output(), alphabets.output());
        return example;
    }

    private static int asked(String output, Alphabet alphabet) {
        return alphabet.indexOf(
                alphabet.labels().isEmpty()
                        ? AlphabetEntry.character(output.codePointAt(0))
                        : AlphabetEntry.label(output));
    }

    @Override
    public Example prompt(String input, Alphabets alphabets) {
        int[] inputs = alphabets.input().encode(input);
        return new Example(Example.NO_SOURCE, inputs, Unfolding.nothingAsked(inputs.length));
    }

    @Override
    public @Nullable String refusal(Pair pair) {
        return Unfolding.emptySide(pair);
    }

    @Override
    public boolean asksForLabel() {
        return true;
    }
}
