package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.task.DataKind;
import unroll.task.InputOutput;
import unroll.task.OptionValues;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TryIt;
import unroll.task.data.GeneratedPairs;

/** Random letters, to be said again: backward, sooner, or the first one at last. */
public abstract class LetterTask extends GeneratedPairs {
    private LetterTask(TaskDescription about, int examples) {
        super(about, examples);
    }

    /** The first letters of the alphabet at random, each as likely. */
    private static String letters(int length, int alphabet, UniformRandomProvider random) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append((char) ('a' + random.nextInt(alphabet)));
        }
        return letters.toString();
    }

    private static TaskOption<Long> symbols(int standard) {
        return TaskOption.whole("symbols", "Different letters.", standard, 2, 26);
    }

    /** A string of random letters to the same string from its end. */
    @AutoService(Task.class)
    public static final class Reversal extends LetterTask {
        private static final TaskOption<Long> LENGTH = TaskOption.whole(
                "length", "Maximum letters per string; strings have 1 to this many.", 8, 1, TaskOption.MAX_LENGTH);
        private static final TaskOption<Long> SYMBOLS = symbols(26);

        public Reversal() {
            super(
                    new TaskDescription(
                            "reversal",
                            "String reversal",
                            RnnType.MANY_TO_MANY_UNEQUAL,
                            30,
                            "The encoder reads letters, the decoder writes them from the last to the first.",
                            "Watch the first letters of the answer come right long before the last ones: they were read last.",
                            StartingPoint.unidirectional("gru", 128, 32, 0.002),
                            TryIt.plain("Letters", "unroll"),
                            Set.of(DataKind.MADE),
                            List.of(LENGTH, SYMBOLS)),
                    20_000);
        }

        @Override
        protected InputOutput draw(OptionValues choices, UniformRandomProvider random) {
            int length = random.nextInt(1, choices.getInt(LENGTH) + 1);
            String letters = letters(length, choices.getInt(SYMBOLS), random);
            return new InputOutput(letters, new StringBuilder(letters).reverse().toString());
        }
    }

    /**
     * At every step the symbol that comes k steps later. Letters are random and equally likely, so whoever has not read
     * ahead has a loss of exactly ln V; the last k steps are not asked.
     */
    @AutoService(Task.class)
    public static final class EchoAhead extends LetterTask {
        private static final TaskOption<Long> AHEAD = TaskOption.whole("k", "Steps ahead.", 3, 1, 20);
        private static final TaskOption<Long> LENGTH = TaskOption.whole("length", "Letters to predict.", 20, 1, 100);
        private static final TaskOption<Long> SYMBOLS = symbols(8);

        public EchoAhead() {
            super(
                    new TaskDescription(
                            "echo",
                            "Echo of what comes",
                            RnnType.BIDIRECTIONAL,
                            10,
                            "At every letter the network is asked for the one that comes some steps later.",
                            "Watch a unidirectional network stay at the loss of a blind guess, ln V, whatever you do, and a bidirectional one fall to nothing.",
                            StartingPoint.bidirectional("gru", 32, 32, 0.005),
                            TryIt.plain("Letters", "abcdefgh"),
                            Set.of(DataKind.MADE),
                            List.of(AHEAD, LENGTH, SYMBOLS)),
                    5_000);
        }

        @Override
        protected InputOutput draw(OptionValues choices, UniformRandomProvider random) {
            int ahead = choices.getInt(AHEAD);
            String letters = letters(ahead + choices.getInt(LENGTH), choices.getInt(SYMBOLS), random);
            return new InputOutput(letters, letters.substring(ahead));
        }
    }

    /**
     * The first symbol of a string, asked for after its last: how long is the memory? Each letter is as likely, and so is
     * each length.
     */
    @AutoService(Task.class)
    public static final class FirstSymbol extends LetterTask {
        private static final TaskOption<Long> LENGTH =
                TaskOption.whole("length", "Maximum letters per string.", 40, 2, TaskOption.MAX_LENGTH);
        private static final TaskOption<Long> MIN_LENGTH = TaskOption.whole(
                "shortest",
                "Minimum letters per string; where none are short, nothing leads the way to the long ones.",
                10,
                1,
                TaskOption.MAX_LENGTH);
        private static final TaskOption<Long> SYMBOLS = symbols(8);

        public FirstSymbol() {
            super(
                    new TaskDescription(
                            "first-symbol",
                            "First symbol of a string",
                            RnnType.MANY_TO_ONE,
                            30,
                            "The network reads random letters and at the end is asked for the first one.",
                            "Watch an LSTM or a GRU get there after some epochs and an Elman network never; with shortest=1 the short strings lead even that one to the long ones.",
                            StartingPoint.unidirectional("lstm", 64, 64, 0.005),
                            TryIt.plain("Letters", "cabbage"),
                            Set.of(DataKind.MADE),
                            List.of(LENGTH, MIN_LENGTH, SYMBOLS)),
                    20_000);
        }

        @Override
        protected InputOutput draw(OptionValues choices, UniformRandomProvider random) {
            int longest = choices.getInt(LENGTH);
            int shortest = Math.min(longest, choices.getInt(MIN_LENGTH));
            int symbols = choices.getInt(SYMBOLS);
            String letters = letters(random.nextInt(shortest, longest + 1), symbols, random);
            return new InputOutput(letters, letters.substring(0, 1));
        }
    }
}
