package unroll.session.lesson;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.message.Reason;

/** Something a student answers or does. */
public sealed interface Question {
    QuestionText words();

    /**
     * What is said around a question.
     *
     * @param ask the question itself
     * @param hint after a wrong answer; empty for none
     * @param explanation after a right one; empty for none
     */
    record QuestionText(String ask, String hint, String explanation) {}

    /** What an answer was worth. */
    enum Verdict {
        RIGHT("right"),
        WRONG("not right yet"),
        /** Of a prediction: nobody can be wrong. */
        TAKEN("a prediction");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        /** For a reader. */
        public String words() {
            return words;
        }
    }

    /** One that is answered with a word. */
    sealed interface WithAnswer extends Question {
        /**
         * Judges an answer.
         *
         * @throws ProblemException where it is none
         */
        Verdict check(String answer);

        /** The right answer; empty where none is right. */
        String right();

        /** The right answer and why, for a class that has discussed it; empty where no answer is right. */
        default String solution() {
            return right().isEmpty() ? "" : (right() + "\n" + words().explanation()).strip();
        }
    }

    /**
     * One of a few.
     *
     * @param answer the right one, or null for a prediction, which is taken down and not judged
     */
    record OneOf(
            QuestionText words,
            List<String> choices,
            @Nullable String answer) implements WithAnswer {
        public OneOf {
            choices = List.copyOf(choices);
        }

        @Override
        public Verdict check(String chosen) {
            if (!choices.contains(chosen)) {
                throw Reason.NOTHING_CHOSEN.exception();
            }
            if (answer == null) {
                return Verdict.TAKEN;
            }
            return chosen.equals(answer) ? Verdict.RIGHT : Verdict.WRONG;
        }

        @Override
        public String right() {
            return answer == null ? "" : answer;
        }
    }

    /**
     * A number.
     *
     * @param tolerance largest distance from the value that still is right; 0 or more
     * @param unit stands behind the number; empty for none
     */
    record Amount(QuestionText words, double value, double tolerance, String unit) implements WithAnswer {
        private static final String THOUSANDS = "[-−+]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?";

        /** Rounding of decimal fractions, so that 2.1 lies within 0.1 of 2. */
        private static final double ROUNDING = 1e-9;

        @Override
        public Verdict check(String answer) {
            double got = parse(answer);
            double distance = Math.abs(got - value);
            return distance <= tolerance + ROUNDING * Math.max(1, Math.abs(value)) ? Verdict.RIGHT : Verdict.WRONG;
        }

        @Override
        public String right() {
            return (BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + " " + unit).strip();
        }

        /** A decimal comma is as good as a point; 1,500 is a thousand and a half. */
        private double parse(String answer) {
            String entry = answer.strip();
            String number = entry.endsWith(unit)
                    ? entry.substring(0, entry.length() - unit.length()).strip()
                    : entry;
            String plain = number.matches(THOUSANDS) ? number.replace(",", "") : number.replace(',', '.');
            try {
                double parsed = Double.parseDouble(plain.replace('−', '-'));
                if (Double.isFinite(parsed)) {
                    return parsed;
                }
            } catch (NumberFormatException notANumber) {
                // Refused like a number that is not finite.
            }
            throw new ProblemException(entry.isEmpty() ? Reason.NO_NUMBER.with() : Reason.NOT_A_NUMBER.with(entry));
        }
    }

    /**
     * A word or a few.
     *
     * @param accepted what counts as right, whatever its case and spaces
     */
    record Saying(QuestionText words, List<String> accepted) implements WithAnswer {
        public Saying {
            accepted = List.copyOf(accepted);
        }

        @Override
        public Verdict check(String answer) {
            String folded = folded(answer);
            if (folded.isEmpty()) {
                throw Reason.NOTHING_ENTERED.exception();
            }
            return accepted.stream().anyMatch(right -> folded(right).equals(folded)) ? Verdict.RIGHT : Verdict.WRONG;
        }

        @Override
        public String right() {
            return accepted.get(0);
        }

        private static String folded(String text) {
            return text.strip().replaceAll("\\s+", " ").replaceAll("[.!]+$", "").toLowerCase(Locale.ROOT);
        }
    }

    /** Something to be reached in the run: all of these at once. */
    record Goal(QuestionText words, List<Condition> conditions) implements Question {
        public Goal {
            conditions = List.copyOf(conditions);
        }

        public boolean isReached(Evidence evidence) {
            return conditions.stream().allMatch(condition -> condition.holds(evidence));
        }
    }

    /**
     * That a figure is between two limits.
     *
     * @param above limit below it; −∞ for none
     * @param below limit above it; ∞ for none
     * @param with settings that must be the present ones too, or null for any
     */
    record Condition(
            Figure figure,
            double above,
            double below,
            @Nullable Changes with) {
        /** Whether it holds; never where the figure is not known. */
        public boolean holds(Evidence evidence) {
            double value = figure.of(evidence);
            Changes needed = with;
            return value > above
                    && value < below
                    && (needed == null || needed.areIn(evidence.status().settings()));
        }

        /** What is wanted: "Validation loss below 2.2". */
        public String description() {
            StringBuilder words = new StringBuilder(figure.title());
            if (above > Double.NEGATIVE_INFINITY) {
                words.append(" above ").append(plain(above));
            }
            if (below < Double.POSITIVE_INFINITY) {
                words.append(words.indexOf(" above ") < 0 ? "" : " and")
                        .append(" below ")
                        .append(plain(below));
            }
            if (with != null) {
                words.append(", with ").append(with);
            }
            return words.toString();
        }

        /** How far it has come: "2.613". */
        public String now(Evidence evidence) {
            return figure.shown(figure.of(evidence));
        }

        private static String plain(double value) {
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }
    }
}
