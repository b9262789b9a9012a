package unroll.session.report;

import java.util.List;
import java.util.stream.LongStream;

/** Where an axis is marked: at multiples of 1, 2 or 5 times a power of ten. */
public final class Ticks {
    /** Share of a step by which rounding may miss a mark. */
    private static final double ROUNDING = 1e-9;

    private Ticks() {}

    /** The step between two marks that is nearest to a rough one above 0. */
    public static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digits = rough / power;
        return power * (digits < 1.5 ? 1 : digits < 3.5 ? 2 : digits < 7.5 ? 5 : 10);
    }

    /** The multiples of a step from a value up to another, both included. */
    public static List<Double> multiples(double low, double high, double step) {
        long first = (long) Math.ceil(low / step - ROUNDING);
        long last = (long) Math.floor(high / step + ROUNDING);
        return LongStream.rangeClosed(first, last).mapToObj(i -> i * step).toList();
    }
}
