package unroll.task;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One symbol starts it, a label or a character; every later input is the answer so far: the right one while it
 * learns, its own when it writes. An alphabet with a mark ends the answer with it.
 */
final class FirstStep implements Unfolding {
    @Override
    public Alphabets alphabets(List<Pair> pairs) {
        Alphabet output = Alphabet.ofCharacters(Unfolding.outputs(pairs)).withMark();
        Alphabet labels = Alphabet.ofLabels(Unfolding.inputs(pairs));
        return new Alphabets(Alphabet.EMPTY, output.with(labels), output);
    }

    @Override
    public Example example(Pair pair, Alphabets alphabets) {
        int[] answer = alphabets.output().encode(pair.output());
        IntStream ended = alphabets.output().holds(AlphabetEntry.MARK)
                ? IntStream.of(alphabets.output().mark())
                : IntStream.empty();
        int[] targets = IntStream.concat(IntStream.of(answer), ended).toArray();
        int[] inputs = new int[targets.length];
        inputs[0] = start(pair.input(), alphabets);
        System.arraycopy(targets, 0, inputs, 1, inputs.length - 1);
        return new Example(Example.NO_SOURCE, inputs, targets);
    }

    @Override
    public Example prompt(String input, Alphabets alphabets) {
        return new Example(Example.NO_SOURCE, new int[] {start(input, alphabets)}, Unfolding.nothingAsked(1));
    }

    private static int start(String input, Alphabets alphabets) {
        if (alphabets.input().labels().isEmpty()) {
            int[] characters = alphabets.input().encode(input);
            if (characters.length != 1) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "This network starts from one character; got %d.", characters.length));
            }
            return characters[0];
        }
        return alphabets.input().indexOf(AlphabetEntry.label(input));
    }

    @Override
    public @Nullable String refusal(Pair pair) {
        return Unfolding.emptySide(pair);
    }

    @Override
    public boolean givenLabel() {
        return true;
    }
}
