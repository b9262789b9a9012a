package unroll.lens.step;

import java.util.List;
import java.util.Locale;
import unroll.cell.formula.FormulaToken;

/** A formula with its numbers in the place of its symbols. */
public final class Substituted {
    private Substituted() {}

    /** For example {@code 0.577 = σ(0.312)}; negative numbers behind a sign stand in brackets. */
    public static String numbers(List<FormulaToken> pieces) {
        StringBuilder line = new StringBuilder();
        for (FormulaToken piece : pieces) {
            if (piece.value().isEmpty()) {
                line.append(piece.text());
            } else {
                boolean behindSign = line.length() > 2 && "·+−".indexOf(line.charAt(line.length() - 2)) >= 0;
                String number = number(piece.value().getAsDouble());
                line.append(behindSign && number.startsWith("−") ? "(" + number + ")" : number);
            }
        }
        return line.toString();
    }

    /** Three digits, and a power of ten where the number is too small or too large for them. */
    public static String number(double value) {
        double size = Math.abs(value);
        String digits;
        if (value == 0) {
            digits = "0";
        } else if (size >= 0.001 && size < 10_000) {
            digits = String.format(Locale.ROOT, size < 10 ? "%.3f" : "%.1f", size);
        } else {
            digits = String.format(Locale.ROOT, "%.1e", size);
        }
        return value < 0 ? "−" + digits : digits;
    }
}
