package unroll.task.library;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.message.Reason;
import unroll.message.Wording;
import unroll.task.DataKind;
import unroll.task.InputOutput;
import unroll.task.OptionValues;
import unroll.task.ReadingOrder;
import unroll.task.RnnType;
import unroll.task.StartingPoint;
import unroll.task.Task;
import unroll.task.TaskDescription;
import unroll.task.TaskOption;
import unroll.task.TryIt;
import unroll.task.data.GeneratedPairs;

/** Sums of two numbers. */
public abstract class SumTask extends GeneratedPairs {
    private SumTask(TaskDescription about, int examples) {
        super(about, examples);
    }

    /** A sum as it was typed, without spaces. */
    private static String sum(String typed, String digits, String noun, String form) {
        String sum = typed.replace(" ", "");
        if (!sum.matches("[%1$s]+\\+[%1$s]+".formatted(digits))) {
            throw Reason.UNREADABLE.exception(Wording.quote(typed), noun, form);
        }
        return sum;
    }

    /**
     * "535+61" → "596". Each number has 1 to so many digits, every digit as likely, leading zeros dropped; a sum that is
     * held out does not occur in training the other way round either (Sutskever, Vinyals, Le 2014 for the reversed input;
     * Zaremba, Sutskever, "Learning to execute", 2014, for the task).
     */
    @AutoService(Task.class)
    public static final class Addition extends SumTask {
        private static final TaskOption<Long> DIGITS =
                TaskOption.whole("digits", "Maximum digits per number.", 2, 1, 6);
        private static final TaskOption<Boolean> REVERSE = TaskOption.toggle(
                "reverse", "Reads the sum backward, beginning with the digits that are added first.", true);

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
                            TryIt.reading(
                                    "A sum", "53+61", typed -> sum(typed, "0-9", "sum", "two numbers with + between")),
                            Set.of(DataKind.MADE),
                            List.of(DIGITS, REVERSE)),
                    5_000);
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
    }

    /**
     * The sum of two binary numbers, least significant bit first. A step reads one bit of each, 2a + b as a digit from 0
     * to 3, and one more step takes the last carry.
     */
    @AutoService(Task.class)
    public static final class BinaryAddition extends SumTask {
        private static final TaskOption<Long> BITS = TaskOption.whole("bits", "Maximum bits per number.", 12, 1, 64);

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
                                    "A sum of binary numbers",
                                    "1011+110",
                                    BinaryAddition::read,
                                    BinaryAddition::backwards),
                            Set.of(DataKind.MADE),
                            List.of(BITS)),
                    5_000);
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
            String sum = sum(typed, "01", "sum of binary numbers", "zeros and ones, with + between");
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
}
