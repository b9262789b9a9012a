package unroll.lens.guess;

/**
 * What a machine thought of a character before it was known.
 *
 * @param guess the code point it held for the likeliest
 * @param probability of that guess, 0 to 1
 * @param bits −log₂ of the probability it gave to the character that came; infinite where it held that for impossible
 * @param right whether its guess came
 */
public record Forecast(int guess, double probability, double bits, boolean right) {
    /** The probability it gave to the character that came. */
    public double ofRight() {
        return Math.pow(2, -bits);
    }
}
