package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.message.Reason;
import unroll.message.Wording;
import unroll.task.DataKind;
import unroll.task.InputOutput;
import unroll.task.Measure;
import unroll.task.OptionValues;
import unroll.task.ReadingOrder;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TryIt;
import unroll.task.data.GeneratedPairs;

/**
 * "535+61" → "596". Each number has 1 to so many digits, every digit as likely, leading zeros dropped; a sum that is
 * held out does not occur in training the other way round either (Sutskever, Vinyals, Le 2014 for the reversed input;
 * Zaremba, Sutskever, "Learning to execute", 2014, for the task).
 */
@AutoService(Task.class)
public final class Addition extends GeneratedPairs {
    private static final TaskOption<Long> DIGITS = TaskOption.whole("digits", "Maximum digits per number.", 2, 1, 6);
    private static final TaskOption<Boolean> REVERSE = TaskOption.toggle(
            "reverse", "Reads the sum backward, beginning with the digits that are added first.", true);
    private static final TaskOption<Long> EXAMPLES = TaskOptions.examples(5_000);

    public Addition() {
        super(
                new TaskDescription(
                        "addition",
                        "Addition",
                        RnnType.MANY_TO_MANY_UNEQUAL,
                        10,
                        "The encoder reads a sum, the decoder writes its result digit by digit.",
                        "Watch exact match jump long after the loss has become small, and sooner with the input reversed.",
                        StartingPoint.unidirectional("lstm", 128, 32, 0.003),
                        TryIt.reading("A sum", "53+61", Addition::sum),
                        Set.of(DataKind.MADE),
                        Set.of(Measure.ACCURACY, Measure.EXACT_MATCH),
                        List.of(DIGITS, REVERSE, EXAMPLES)),
                EXAMPLES);
    }

    @Override
    protected ReadingOrder order(OptionValues choices) {
        return choices.get(REVERSE) ? ReadingOrder.BACKWARDS : ReadingOrder.FORWARDS;
    }

    /** a+b and b+a are the same sum. */
    @Override
    protected String key(InputOutput pair) {
        int plus = pair.input().indexOf('+');
        int a = Integer.parseInt(pair.input().substring(0, plus));
        int b = Integer.parseInt(pair.input().substring(plus + 1));
        return Math.min(a, b) + "+" + Math.max(a, b);
    }

    @Override
    protected InputOutput draw(OptionValues choices, UniformRandomProvider random) {
        int digits = choices.getInt(DIGITS);
        int a = number(digits, random);
        int b = number(digits, random);
        return new InputOutput(a + "+" + b, Integer.toString(a + b));
    }

    private static int number(int maxDigits, UniformRandomProvider random) {
        int number = 0;
        for (int digits = random.nextInt(1, maxDigits + 1); digits > 0; digits--) {
            number = 10 * number + random.nextInt(10);
        }
        return number;
    }

    private static String sum(String typed) {
        String sum = typed.replace(" ", "");
        if (!sum.matches("\\d+\\+\\d+")) {
            throw Reason.UNREADABLE.exception(Wording.quote(typed), "sum", "two numbers with + between");
        }
        return sum;
    }
}
