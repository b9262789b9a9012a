package unroll.network;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Numbers from N(0, 1) by the polar method (G. Marsaglia, T. Bray, "A convenient method for generating normal variables", 1964),
 * with StrictMath's logarithm, so that they are the same bits on every Java.
 */
final class NormalNumbers {
    private final UniformRandomProvider random;
    /** The second number of a pair that is drawn together; NaN where it was given out. */
    private double second = Double.NaN;

    NormalNumbers(UniformRandomProvider random) {
        this.random = random;
    }

    double next() {
        if (!Double.isNaN(second)) {
            double number = second;
            second = Double.NaN;
            return number;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * random.nextDouble() - 1;
            y = 2 * random.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        second = y * scale;
        return x * scale;
    }
}
