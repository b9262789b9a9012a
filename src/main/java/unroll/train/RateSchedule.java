package unroll.train;

import java.util.Locale;
import unroll.message.NumericRange;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/**
 * How the learning rate moves over a run, as a factor on the base rate, which the user may change at any time.
 *
 * <p>Written form: {@code constant}, {@code step:FACTOR:EVERY}, {@code cosine:WARMUP:TOTAL} or
 * {@code cosine:WARMUP:TOTAL:FLOOR}, {@code plateau:FACTOR:PATIENCE}.
 */
public sealed interface RateSchedule {
    RateSchedule CONSTANT = new Constant();

    /**
     * The factor at a step.
     *
     * @param step updates done before it
     * @param plateauFactor of {@link Plateau.Progress}
     */
    default double factor(long step, double plateauFactor) {
        return 1;
    }

    /** The written form, which {@link #parse} reads. */
    String text();

    record Constant() implements RateSchedule {
        @Override
        public String text() {
            return "constant";
        }
    }

    /** Times {@code factor} after every {@code every} steps. */
    record StepDecay(double factor, long every) implements RateSchedule {
        public static final NumericRange FACTORS =
                NumericRange.real("a factor above 0 and up to 1, for example 0.5", Double.MIN_VALUE, 1);

        public StepDecay {
            FACTORS.require("The decay factor", factor);
            require(every >= 1, "The number of steps between decays", every, "1 or more");
        }

        @Override
        public double factor(long step, double plateauFactor) {
            return Math.pow(factor, Math.floorDiv(step, every));
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "step:%s:%d", factor, every);
        }
    }

    /**
     * Rises from 0 over {@code warmUp} steps, then falls along half a cosine to {@code floor} of the base rate at step
     * {@code total} and stays there (Loshchilov and Hutter 2017, section 3).
     */
    record Cosine(long warmUp, long total, double floor) implements RateSchedule {
        public static final NumericRange FLOORS = NumericRange.real("a share of the rate from 0 to 1", 0, 1);

        public Cosine {
            require(warmUp >= 0, "The number of steps of the warm-up", warmUp, "0 or more");
            require(total > warmUp, "The last step of the cosine", total, "a step after the warm-up");
            FLOORS.require("The cosine's floor", floor);
        }

        @Override
        public double factor(long step, double plateauFactor) {
            if (step < warmUp) {
                return (step + 1.0) / warmUp;
            }
            double share = Math.min(1, (double) (step - warmUp) / (total - warmUp));
            return floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * share));
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "cosine:%d:%d:%s", warmUp, total, floor);
        }
    }

    /** Times {@code factor} when the validation loss has not improved {@code patience} times in a row. */
    record Plateau(double factor, int patience) implements RateSchedule {
        public static final NumericRange FACTORS = NumericRange.real(
                "a factor above 0 and below 1, for example 0.5", Double.MIN_VALUE, Math.nextDown(1.0));

        public Plateau {
            FACTORS.require("The plateau factor", factor);
            require(patience >= 1, "The number of validations on a plateau", patience, "1 or more");
        }

        /**
         * How reduce-on-plateau stands.
         *
         * @param factor on the base rate
         * @param best lowest validation loss so far
         * @param waited validations since the last improvement
         */
        public record Progress(double factor, double best, int waited) {
            public static final Progress START = new Progress(1, Double.POSITIVE_INFINITY, 0);
        }

        /** After one more validation. */
        Progress next(Progress before, double loss) {
            if (loss < before.best) {
                return new Progress(before.factor, loss, 0);
            }
            return before.waited + 1 >= patience
                    ? new Progress(before.factor * factor, before.best, 0)
                    : new Progress(before.factor, before.best, before.waited + 1);
        }

        @Override
        public double factor(long step, double plateauFactor) {
            return plateauFactor;
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "plateau:%s:%d", factor, patience);
        }
    }

    /**
     * Reads the written form.
     *
     * @throws ProblemException with a sentence that gives the forms
     */
    static RateSchedule parse(String text) {
        String[] parts = text.trim().toLowerCase(Locale.ROOT).split(":", -1);
        try {
            return switch (parts[0] + "/" + (parts.length - 1)) {
                case "constant/0" -> CONSTANT;
                case "step/2" -> new StepDecay(Double.parseDouble(parts[1]), Long.parseLong(parts[2]));
                case "cosine/2" -> new Cosine(Long.parseLong(parts[1]), Long.parseLong(parts[2]), 0);
                case "cosine/3" ->
                    new Cosine(Long.parseLong(parts[1]), Long.parseLong(parts[2]), Double.parseDouble(parts[3]));
                case "plateau/2" -> new Plateau(Double.parseDouble(parts[1]), Integer.parseInt(parts[2]));
                default -> throw new NumberFormatException();
            };
        } catch (NumberFormatException e) {
            throw new ProblemException(
                    Reason.UNREADABLE.with(
                            Wording.quote(text),
                            "schedule",
                            "constant, step:0.5:1000, cosine:100:10000 or plateau:0.5:3"),
                    e);
        }
    }

    private static void require(boolean holds, String what, long got, String expected) {
        if (!holds) {
            throw Reason.INVALID_VALUE.exception(what, Long.toString(got), expected);
        }
    }
}
