package unroll.session.report;

import java.util.List;

/**
 * The values along an axis, marked at multiples of 1, 2 or 5 times a power of ten.
 *
 * @param low value at its beginning
 * @param high value at its end; above {@code low}
 * @param step between two marks
 */
record PlotScale(double low, double high, double step) {
    /** Values closer than this share of themselves are one value. */
    private static final double SAME = 1e-9;

    /** From mark to mark, with all of these values between. */
    static PlotScale around(double low, double high, int marks) {
        double room = high - low > SAME * Math.abs(high) ? high - low : high == 0 ? 1 : 0.1 * Math.abs(high);
        double step = Ticks.step(room / marks);
        return new PlotScale(Math.floor(low / step) * step, Math.ceil((low + room) / step) * step, step);
    }

    /** From 0 to just this value. */
    static PlotScale upTo(double high, int marks) {
        double end = high > 0 ? high : 1;
        return new PlotScale(0, end, Ticks.step(end / marks));
    }

    /** Where a value lies: 0 at the beginning, 1 at the end. */
    double at(double value) {
        return (value - low) / (high - low);
    }

    List<Double> marks() {
        return Ticks.multiples(low, high, step);
    }
}
