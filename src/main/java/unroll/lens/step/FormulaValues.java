package unroll.lens.step;

import java.util.List;
import java.util.Locale;
import unroll.message.Formats;
import unroll.reference.Formula.Token;
import unroll.reference.Variable;

/**
 * A formula with the numbers of one unit.
 *
 * @param symbol what it gives
 * @param tokens as it stands on paper
 */
public record FormulaValues(Variable symbol, List<Token> tokens) {
    /** The line with numbers in the place of its symbols, for example {@code 0.577 = σ(0.312)}; negative ones behind a sign stand in brackets. */
    public String numbers() {
        StringBuilder line = new StringBuilder();
        for (Token token : tokens) {
            if (token.value().isEmpty()) {
                line.append(token.text());
            } else {
                boolean behindSign = line.length() > 2 && "·+−".indexOf(line.charAt(line.length() - 2)) >= 0;
                String number = number(token.value().getAsDouble());
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
            digits = Formats.number(size);
        }
        return value < 0 ? "−" + digits : digits;
    }
}
