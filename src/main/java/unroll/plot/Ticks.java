package unroll.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import unroll.message.Formats;

/** Where an axis is marked: at multiples of 1, 2 or 5 times a power of ten, or at powers of ten. */
public final class Ticks {
    /** Share of a step by which rounding may miss a tick. */
    private static final double ROUNDING = 1e-9;

    /** A logarithmic axis that covers less than this factor is marked like a linear one. */
    private static final double FEW = 15;

    private static final int[] DIGITS = {1, 2, 5};

    private Ticks() {}

    /**
     * A value with its label.
     *
     * @param label short, and exact to the distance of two ticks
     */
    public record Tick(double value, String label) {}

    /** The ticks of an axis, about so many; at most twice as many. */
    public static List<Tick> of(Axis axis, int about) {
        int count = Math.max(1, about);
        if (axis.scale() != Axis.AxisScale.LOG || axis.high() / axis.low() < FEW) {
            double rough = (axis.high() - axis.low()) / count;
            double step = step(axis.scale() == Axis.AxisScale.WHOLE ? Math.max(1, rough) : rough);
            return multiples(axis.low(), axis.high(), step).stream()
                    .map(value -> new Tick(value, Formats.tick(value, step)))
                    .toList();
        }
        int first = (int) Math.ceil(Math.log10(axis.low()) - ROUNDING);
        int last = (int) Math.floor(Math.log10(axis.high()) + ROUNDING);
        return last > first ? decades(first, last, count) : digits(axis, first - 1, last);
    }

    /** Every n-th power of ten, so that there are few; the highest is among them. */
    private static List<Tick> decades(int first, int last, int count) {
        int stride = (last - first) / count + 1;
        List<Tick> ticks = new ArrayList<>();
        for (int power = first + (last - first) % stride; power <= last; power += stride) {
            ticks.add(new Tick(Math.pow(10, power), Formats.powerOfTen(power)));
        }
        return ticks;
    }

    private static List<Tick> digits(Axis axis, int first, int last) {
        List<Tick> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            for (int digit : DIGITS) {
                double value = digit * Math.pow(10, power);
                if (axis.holds(value)) {
                    ticks.add(new Tick(value, Formats.tick(value, value)));
                }
            }
        }
        return ticks;
    }

    /** The step between two ticks that is nearest to a rough one above 0. */
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
