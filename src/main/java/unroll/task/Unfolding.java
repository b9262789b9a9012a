package unroll.task;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.message.Reason;

/**
 * How pairs lie over steps: what is read when, and where a target stands. Where an answer is written, each step reads the
 * target before it while a network learns, and its own output when it writes; an alphabet with a mark ends the answer with it.
 */
final class Unfolding {
    private Unfolding() {}

    /** The alphabets that hold every symbol of these pairs. */
    static Alphabets alphabets(RnnType type, List<InputOutput> pairs) {
        List<String> inputs = pairs.stream().map(InputOutput::input).toList();
        List<String> outputs = pairs.stream().map(InputOutput::output).toList();
        return switch (type.answer()) {
            case AT_THE_END -> new Alphabets(Alphabet.EMPTY, Alphabet.ofCharacters(inputs), Alphabet.ofLabels(outputs));
            case AT_EVERY_STEP ->
                new Alphabets(Alphabet.EMPTY, Alphabet.ofCharacters(inputs), Alphabet.ofCharacters(outputs));
            case WRITTEN -> {
                Alphabet output = Alphabet.ofCharacters(outputs).withMark();
                yield type.hasEncoder()
                        ? new Alphabets(Alphabet.ofCharacters(inputs), output, output)
                        : new Alphabets(Alphabet.EMPTY, output.with(Alphabet.ofLabels(inputs)), output);
            }
        };
    }

    /**
     * A pair over steps. An output shorter than its input is asked for at the first steps; the rest have no target.
     *
     * @throws ProblemException where the alphabets lack a symbol
     */
    static Example example(RnnType type, InputOutput pair, Alphabets alphabets) {
        Example prompt = prompt(type, pair.input(), alphabets);
        Alphabet output = alphabets.output();
        int[] targets = prompt.targets();
        return switch (type.answer()) {
            case AT_THE_END -> {
                targets[targets.length - 1] = output.indexOf(
                        output.labels().isEmpty()
                                ? AlphabetEntry.character(pair.output().codePointAt(0))
                                : AlphabetEntry.label(pair.output()));
                yield prompt;
            }
            case AT_EVERY_STEP -> {
                int[] asked = output.encode(pair.output());
                System.arraycopy(asked, 0, targets, 0, asked.length);
                yield prompt;
            }
            case WRITTEN -> written(prompt, pair.output(), output);
        };
    }

    private static Example written(Example prompt, String text, Alphabet output) {
        IntStream ended = output.holds(AlphabetEntry.MARK) ? IntStream.of(output.mark()) : IntStream.empty();
        int[] targets =
                IntStream.concat(IntStream.of(output.encode(text)), ended).toArray();
        int[] inputs = Arrays.copyOf(prompt.inputs(), targets.length);
        System.arraycopy(targets, 0, inputs, 1, inputs.length - 1);
        return new Example(prompt.source(), inputs, targets);
    }

    /**
     * What the network reads before it answers; no step has a target. A decoder starts with the mark.
     *
     * @throws ProblemException where the alphabets lack a symbol
     */
    static Example prompt(RnnType type, String input, Alphabets alphabets) {
        int[] source = type.hasEncoder() ? alphabets.source().encode(input) : Example.NO_SOURCE;
        int[] inputs;
        if (type.answer() != AnswerMode.WRITTEN) {
            inputs = alphabets.input().encode(input);
        } else {
            inputs = new int[] {type.hasEncoder() ? alphabets.input().mark() : start(input, alphabets.input())};
        }
        int[] targets = new int[inputs.length];
        Arrays.fill(targets, Batch.NO_TARGET);
        return new Example(source, inputs, targets);
    }

    /** The label or the character that an answer is written from. */
    private static int start(String input, Alphabet alphabet) {
        if (!alphabet.labels().isEmpty()) {
            return alphabet.indexOf(AlphabetEntry.label(input));
        }
        int[] characters = alphabet.encode(input);
        if (characters.length != 1) {
            throw Reason.ONE_CHARACTER_NEEDED.exception(characters.length);
        }
        return characters[0];
    }

    /** See {@link RnnType#refusal}. */
    static @Nullable Reason refusal(RnnType type, InputOutput pair) {
        if (pair.input().isEmpty()) {
            return Reason.NOTHING_BEFORE_TAB;
        }
        if (pair.output().isEmpty()) {
            return type.hasEncoder() ? null : Reason.NOTHING_AFTER_TAB;
        }
        boolean fits = type.answer() != AnswerMode.AT_EVERY_STEP || pair.inputLength() == pair.outputLength();
        return fits ? null : Reason.UNEQUAL_PAIR;
    }
}
