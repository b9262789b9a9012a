package unroll.task;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.message.Reason;

/** How pairs of one type lie over steps: what is read when, and where a target stands. */
interface Unfolding {
    /** The alphabets that hold every symbol of these pairs. */
    Alphabets alphabets(List<InputOutput> pairs);

    /** @throws ProblemException where the alphabets lack a symbol */
    Example example(InputOutput pair, Alphabets alphabets);

    /** What the network reads before it answers; no step has a target. */
    default Example prompt(String input, Alphabets alphabets) {
        int[] inputs = alphabets.input().encode(input);
        return new Example(Example.NO_SOURCE, inputs, nothingAsked(inputs.length));
    }

    /** See {@link RnnType#refusal}. */
    default @Nullable Reason refusal(InputOutput pair) {
        return emptySide(pair);
    }

    static int[] nothingAsked(int steps) {
        int[] targets = new int[steps];
        Arrays.fill(targets, Batch.NO_TARGET);
        return targets;
    }

    /** An answer written symbol by symbol, to the mark where the alphabet has one; each step reads the target before it. */
    static Example written(int[] source, int first, InputOutput pair, Alphabet output) {
        IntStream ended = output.holds(AlphabetEntry.MARK) ? IntStream.of(output.mark()) : IntStream.empty();
        int[] targets = IntStream.concat(IntStream.of(output.encode(pair.output())), ended)
                .toArray();
        int[] inputs = new int[targets.length];
        inputs[0] = first;
        System.arraycopy(targets, 0, inputs, 1, inputs.length - 1);
        return new Example(source, inputs, targets);
    }

    static @Nullable Reason emptySide(InputOutput pair) {
        if (pair.input().isEmpty()) {
            return Reason.NOTHING_BEFORE_TAB;
        }
        return pair.output().isEmpty() ? Reason.NOTHING_AFTER_TAB : null;
    }

    static List<String> inputs(List<InputOutput> pairs) {
        return pairs.stream().map(InputOutput::input).toList();
    }

    static List<String> outputs(List<InputOutput> pairs) {
        return pairs.stream().map(InputOutput::output).toList();
    }

    /**
     * A symbol is read and a symbol asked for at every step. An output shorter than its input is asked for at the first
     * steps; the rest have no target.
     */
    final class EveryStep implements Unfolding {
        @Override
        public Alphabets alphabets(List<InputOutput> pairs) {
            return new Alphabets(
                    Alphabet.EMPTY,
                    Alphabet.ofCharacters(Unfolding.inputs(pairs)),
                    Alphabet.ofCharacters(Unfolding.outputs(pairs)));
        }

        @Override
        public Example example(InputOutput pair, Alphabets alphabets) {
            int[] inputs = alphabets.input().encode(pair.input());
            int[] asked = alphabets.output().encode(pair.output());
            int[] targets = Unfolding.nothingAsked(inputs.length);
            System.arraycopy(asked, 0, targets, 0, asked.length);
            return new Example(Example.NO_SOURCE, inputs, targets);
        }

        @Override
        public @Nullable Reason refusal(InputOutput pair) {
            Reason empty = Unfolding.emptySide(pair);
            return empty != null || pair.inputLength() == pair.outputLength() ? empty : Reason.UNEQUAL_PAIR;
        }
    }

    /**
     * One symbol starts it, a label or a character; every later input is the answer so far: the right one while it
     * learns, its own when it writes. An alphabet with a mark ends the answer with it.
     */
    final class FirstStep implements Unfolding {
        @Override
        public Alphabets alphabets(List<InputOutput> pairs) {
            Alphabet output = Alphabet.ofCharacters(Unfolding.outputs(pairs)).withMark();
            Alphabet labels = Alphabet.ofLabels(Unfolding.inputs(pairs));
            return new Alphabets(Alphabet.EMPTY, output.with(labels), output);
        }

        @Override
        public Example example(InputOutput pair, Alphabets alphabets) {
            return Unfolding.written(Example.NO_SOURCE, start(pair.input(), alphabets), pair, alphabets.output());
        }

        @Override
        public Example prompt(String input, Alphabets alphabets) {
            return new Example(Example.NO_SOURCE, new int[] {start(input, alphabets)}, Unfolding.nothingAsked(1));
        }

        private static int start(String input, Alphabets alphabets) {
            if (alphabets.input().labels().isEmpty()) {
                int[] characters = alphabets.input().encode(input);
                if (characters.length != 1) {
                    throw Reason.ONE_CHARACTER_NEEDED.exception(characters.length);
                }
                return characters[0];
            }
            return alphabets.input().indexOf(AlphabetEntry.label(input));
        }
    }

    /**
     * Characters are read one a step; only the last step is asked: for a label, or for a character where the answers are
     * characters.
     */
    final class LastStep implements Unfolding {
        @Override
        public Alphabets alphabets(List<InputOutput> pairs) {
            return new Alphabets(
                    Alphabet.EMPTY,
                    Alphabet.ofCharacters(Unfolding.inputs(pairs)),
                    Alphabet.ofLabels(Unfolding.outputs(pairs)));
        }

        @Override
        public Example example(InputOutput pair, Alphabets alphabets) {
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
    }

    /**
     * A first network reads the input and says nothing; a second starts from its last state with the mark, and its
     * targets are the output and the mark. While it learns it reads the right answer so far.
     */
    final class EncoderDecoderLayout implements Unfolding {
        @Override
        public Alphabets alphabets(List<InputOutput> pairs) {
            Alphabet output = Alphabet.ofCharacters(Unfolding.outputs(pairs)).withMark();
            return new Alphabets(Alphabet.ofCharacters(Unfolding.inputs(pairs)), output, output);
        }

        @Override
        public Example example(InputOutput pair, Alphabets alphabets) {
            int[] source = alphabets.source().encode(pair.input());
            return Unfolding.written(source, alphabets.input().mark(), pair, alphabets.output());
        }

        @Override
        public Example prompt(String input, Alphabets alphabets) {
            return new Example(
                    alphabets.source().encode(input),
                    new int[] {alphabets.input().mark()},
                    Unfolding.nothingAsked(1));
        }

        @Override
        public @Nullable Reason refusal(InputOutput pair) {
            return pair.input().isEmpty() ? Unfolding.emptySide(pair) : null;
        }
    }
}
