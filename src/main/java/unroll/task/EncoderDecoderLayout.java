package unroll.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A first network reads the input and says nothing; a second starts from its last state with the mark, and its
 * targets are the output and the mark. While it learns it reads the right answer so far.
 */
final class EncoderDecoderLayout implements Unfolding {
    @Override
    public Alphabets alphabets(List<Pair> pairs) {
        Alphabet output = Alphabet.ofCharacters(Unfolding.outputs(pairs)).withMark();
        return new Alphabets(Alphabet.ofCharacters(Unfolding.inputs(pairs)), output, output);
    }

    @Override
    public Example example(Pair pair, Alphabets alphabets) {
        int[] answer = alphabets.output().encode(pair.output());
        int[] inputs = new int[answer.length + 1];
        int[] targets = new int[answer.length + 1];
        inputs[0] = alphabets.input().mark();
        targets[answer.length] = alphabets.output().mark();
        System.arraycopy(answer, 0, inputs, 1, answer.length);
        System.arraycopy(answer, 0, targets, 0, answer.length);
        return new Example(alphabets.source().encode(pair.input()), inputs, targets);
    }

    @Override
    public Example prompt(String input, Alphabets alphabets) {
        return new Example(
                alphabets.source().encode(input), new int[] {alphabets.input().mark()}, Unfolding.nothingAsked(1));
    }

    @Override
    public @Nullable String refusal(Pair pair) {
        return pair.input().isEmpty() ? Unfolding.emptySide(pair) : null;
    }
}
