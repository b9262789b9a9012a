package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.task.DataKind;
import unroll.task.InputOutput;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TryIt;
import unroll.task.data.GeneratedPairs;

/**
 * Whether every bracket is closed by one of its kind. Half of the strings are balanced at random; of the others one
 * bracket was replaced or two were exchanged, so that counting alone does not tell them all.
 */
@AutoService(Task.class)
public final class BalancedBrackets extends GeneratedPairs {
    private static final TaskOption<Long> LENGTH =
            TaskOption.whole("length", "Maximum brackets per string.", 20, 2, TaskOptions.MAX_LENGTH);
    private static final TaskOption<Long> KINDS = TaskOption.whole("kinds", "Kinds of brackets: (), [], {}.", 3, 1, 3);
    private static final TaskOption<Long> EXAMPLES = TaskOptions.examples(10_000);

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    public BalancedBrackets() {
        super(
                new TaskDescription(
                        "balanced",
                        "Balanced brackets",
                        RnnType.MANY_TO_ONE,
                        40,
                        "The network reads brackets and at the end says whether each one is closed by its kind.",
                        "Watch the strings in which two brackets are exchanged: their counts are right, only their order is not.",
                        StartingPoint.unidirectional("gru", 64, 64, 0.005),
                        TryIt.plain("Brackets", "([()])"),
                        Set.of(DataKind.MADE),
                        Set.of(Measure.ACCURACY, Measure.CONFUSION),
                        List.of(LENGTH, KINDS, EXAMPLES)),
                EXAMPLES);
    }

    @Override
    protected InputOutput draw(OptionValues choices, UniformRandomProvider random) {
        int pairs = random.nextInt(1, choices.getInt(LENGTH) / 2 + 1);
        int kinds = choices.getInt(KINDS);
        String balanced = balanced(2 * pairs, kinds, random);
        return random.nextBoolean()
                ? new InputOutput(balanced, "balanced")
                : new InputOutput(broken(balanced, kinds, random), "broken");
    }

    private static String balanced(int length, int kinds, UniformRandomProvider random) {
        StringBuilder string = new StringBuilder(length);
        StringBuilder open = new StringBuilder();
        while (string.length() < length) {
            boolean full = open.length() == length - string.length();
            if (open.isEmpty() || !full && random.nextBoolean()) {
                int kind = random.nextInt(kinds);
                string.append(OPENING.charAt(kind));
                open.append(CLOSING.charAt(kind));
            } else {
                string.append(open.charAt(open.length() - 1));
                open.setLength(open.length() - 1);
            }
        }
        return string.toString();
    }

    private static String broken(String balanced, int kinds, UniformRandomProvider random) {
        StringBuilder string;
        do {
            string = new StringBuilder(balanced);
            int place = random.nextInt(string.length());
            if (random.nextBoolean()) {
                String side = random.nextBoolean() ? OPENING : CLOSING;
                string.setCharAt(place, side.charAt(random.nextInt(kinds)));
            } else {
                int other = random.nextInt(string.length());
                string.setCharAt(place, balanced.charAt(other));
                string.setCharAt(other, balanced.charAt(place));
            }
        } while (isBalanced(string));
        return string.toString();
    }

    /** Whether each bracket is closed by one of its kind. */
    static boolean isBalanced(CharSequence brackets) {
        StringBuilder open = new StringBuilder();
        for (int t = 0; t < brackets.length(); t++) {
            int kind = OPENING.indexOf(brackets.charAt(t));
            int last = open.length() - 1;
            if (kind >= 0) {
                open.append(CLOSING.charAt(kind));
            } else if (last < 0 || open.charAt(last) != brackets.charAt(t)) {
                return false;
            } else {
                open.setLength(last);
            }
        }
        return open.isEmpty();
    }
}
