package unroll.session.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The values along an axis, marked at multiples of 1, 2 or 5 times a power of ten.
 *
 * @param low value at its beginning
 * @param high value at its end; above {@code low}
 * @param step between two marks
 */
record Scale(double low, double high, double step) {
    /** Values closer than this share of themselves are one value. */
    private static final double SAME = 1e-9;

    /** From mark to mark, with all of these values between. */
    static Scale around(double low, double high, int marks) {
        double room = high - low > SAME * Math.abs(high) ? high - low : high == 0 ? 1 : 0.1 * Math.abs(high);
        double step = step(room / marks);
        return new Scale(Math.floor(low / step) * step, Math.ceil((low + room) / step) * step, step);
    }

    /** From 0 to just this value. */
    static Scale upTo(double high, int marks) {
        double end = high > 0 ? high : 1;
        return new Scale(0, end, step(end / marks));
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digits = rough / power;
        return power * (digits < 1.5 ? 1 : digits < 3.5 ? 2 : digits < 7.5 ? 5 : 10);
    }

    /** Where a value lies: 0 at the beginning, 1 at the end. */
    double at(double value) {
        return (value - low) / (high - low);
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (long i = Math.round(Math.ceil(low / step - 1e-9)); i * step <= high + step * 1e-9; i++) {
            marks.add(i * step);
        }
        return marks;
    }
}
