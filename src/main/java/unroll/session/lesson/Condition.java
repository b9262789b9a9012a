package unroll.session.lesson;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * That a figure is between two limits.
 *
 * @param above limit below it; −∞ for none
 * @param below limit above it; ∞ for none
 * @param with settings that must be the present ones too, or null for any
 */
public record Condition(
        Figure figure, double above, double below, @Nullable Changes with) {
    /** Whether it holds; never where the figure is not known. */
    public boolean holds(Evidence evidence) {
        double value = figure.of(evidence);
        Changes needed = with;
        return value > above
                && value < below
                && (needed == null || needed.areIn(evidence.status().settings()));
    }

    /** What is wanted: "Validation loss below 2.2". */
    public String wanted() {
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
