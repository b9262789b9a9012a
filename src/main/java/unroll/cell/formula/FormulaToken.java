package unroll.cell.formula;

import java.util.OptionalDouble;

/**
 * One piece of a formula in a line: a quantity with its number, or a sign between quantities.
 *
 * @param text as on paper
 * @param value the quantity's number; empty for a sign
 */
public record FormulaToken(String text, OptionalDouble value) {
    /** A sign such as {@code ·} or a bracket. */
    FormulaToken(String sign) {
        this(sign, OptionalDouble.empty());
    }

    /** A quantity. */
    public FormulaToken(String text, double value) {
        this(text, OptionalDouble.of(value));
    }
}
