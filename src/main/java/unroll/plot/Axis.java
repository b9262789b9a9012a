package unroll.plot;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The values an axis covers.
 *
 * @param scale how they are spaced
 * @param low value at its beginning; above 0 where the scale is logarithmic
 * @param high value at its end; above {@code low}
 */
public record Axis(AxisScale scale, double low, double high) {
    /** What is smaller than the largest by more than so many decades is as good as nothing. */
    private static final int MAX_DECADES = 16;

    private static final int MIN_DECADES = 3;

    /** How values are spaced. */
    public enum AxisScale {
        LINEAR,
        /** The same for what is counted: there are no values between two whole numbers. */
        WHOLE,
        LOG
    }

    public Axis {
        if (!(high > low) || (scale == AxisScale.LOG && !(low > 0))) {
            throw new IllegalArgumentException("An axis cannot go from %s to %s.".formatted(low, high));
        }
    }

    /** From 0 to a value, or to 1 where that is not above 0. */
    public static Axis upTo(AxisScale scale, double high) {
        return new Axis(scale, 0, high > 0 ? high : 1);
    }

    /** The decades that hold these values, at least {@value #MIN_DECADES}; zeros and what is not finite aside. */
    public static Axis decades(double... values) {
        double[] exponents = Arrays.stream(values)
                .filter(value -> value > 0 && Double.isFinite(value))
                .map(Math::log10)
                .toArray();
        double high = Math.ceil(DoubleStream.of(exponents).max().orElse(0));
        double low = Math.floor(DoubleStream.of(exponents).min().orElse(high - 1));
        return new Axis(
                AxisScale.LOG,
                Math.pow(10, Math.max(high - MAX_DECADES, Math.min(low, high - MIN_DECADES))),
                Math.pow(10, high));
    }

    /** The values of both, where there is another. */
    public Axis with(@Nullable Axis other) {
        return other == null ? this : new Axis(scale, Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Whether a value lies on it, its ends included. */
    boolean holds(double value) {
        return value >= low && value <= high;
    }

    /** Where a value lies: 0 at the beginning, 1 at the end. */
    public double at(double value) {
        return scale == AxisScale.LOG
                ? Math.log(Math.max(value, Double.MIN_NORMAL) / low) / Math.log(high / low)
                : (value - low) / (high - low);
    }

    /** The value at a place from 0 to 1. */
    public double value(double at) {
        return scale == AxisScale.LOG ? low * Math.pow(high / low, at) : low + at * (high - low);
    }
}
