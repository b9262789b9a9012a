package unroll.cell.formula;

import java.util.OptionalDouble;

/**
 * One piece of a formula in a line: a quantity with its number, or a sign between quantities.
 *
 * @param text as on paper
 * @param value the quantity's number; empty for a sign
 */
public record Piece(String text, OptionalDouble value) {
    /** A sign such as {@code ·} or a bracket. */
    Piece(String sign) {
        this(sign, OptionalDouble.empty());
    }

    /** A quantity. */
    public Piece(String text, double value) {
        this(text, OptionalDouble.of(value));
    }
}
