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
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TryIt;
import unroll.task.data.GeneratedPairs;

/**
 * The sum of two binary numbers, least significant bit first. A step reads one bit of each, 2a + b as a digit from 0
 * to 3, and one more step takes the last carry.
 */
@AutoService(Task.class)
public final class BinaryAddition extends GeneratedPairs {
    private static final TaskOption<Long> BITS = TaskOption.whole("bits", "Maximum bits per number.", 12, 1, 64);
    private static final TaskOption<Long> EXAMPLES = TaskOptions.examples(5_000);

    public BinaryAddition() {
        super(
                new TaskDescription(
                        "binary-addition",
                        "Binary addition",
                        RnnType.MANY_TO_MANY_EQUAL,
                        30,
                        "Two binary numbers are read bit by bit from the least significant one, and at every step their sum's bit is asked for.",
                        "Watch a single thing being remembered, the carry; with it learned, numbers of any length add up.",
                        StartingPoint.unidirectional("elman", 16, 32, 0.005),
                        new TryIt(
                                "A sum of binary numbers", "1011+110", BinaryAddition::read, BinaryAddition::backwards),
                        Set.of(DataKind.MADE),
                        Set.of(Measure.ACCURACY, Measure.EXACT_MATCH),
                        List.of(BITS, EXAMPLES)),
                EXAMPLES);
    }

    @Override
    protected InputOutput draw(OptionValues choices, UniformRandomProvider random) {
        int bits = random.nextInt(1, choices.getInt(BITS) + 1);
        StringBuilder read = new StringBuilder(bits + 1);
        StringBuilder sum = new StringBuilder(bits + 1);
        int carry = 0;
        for (int t = 0; t <= bits; t++) {
            int both = t < bits ? random.nextInt(4) : 0;
            int column = both / 2 + both % 2 + carry;
            read.append(both);
            sum.append(column % 2);
            carry = column / 2;
        }
        return new InputOutput(read.toString(), sum.toString());
    }

    private static String read(String typed) {
        String sum = typed.replace(" ", "");
        if (!sum.matches("[01]+\\+[01]+")) {
            throw Reason.UNREADABLE.exception(
                    Wording.quote(typed), "sum of binary numbers", "zeros and ones, with + between");
        }
        String a = backwards(sum.substring(0, sum.indexOf('+')));
        String b = backwards(sum.substring(sum.indexOf('+') + 1));
        StringBuilder read = new StringBuilder();
        for (int t = 0; t <= Math.max(a.length(), b.length()); t++) {
            read.append(2 * bit(a, t) + bit(b, t));
        }
        return read.toString();
    }

    private static int bit(String number, int place) {
        return place < number.length() ? number.charAt(place) - '0' : 0;
    }

    private static String backwards(String bits) {
        return new StringBuilder(bits).reverse().toString();
    }
}
