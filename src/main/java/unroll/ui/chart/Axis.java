package unroll.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unroll.session.report.Ticks;

/**
 * The values an axis covers, and where it is marked: at multiples of 1, 2 or 5 times a power of ten.
 *
 * @param scale even steps, or even factors
 * @param low value at its beginning; above 0 where the scale is logarithmic
 * @param high value at its end; above {@code low}
 */
public record Axis(Scale scale, double low, double high) {
    /** A logarithmic axis that covers less than this factor is marked like a linear one. */
    private static final double FEW = 15;

    /** How values are spaced. */
    public enum Scale {
        LINEAR,
        LOG
    }

    public Axis {
        if (!(high > low) || (scale == Scale.LOG && !(low > 0))) {
            throw new IllegalArgumentException("An axis cannot go from %s to %s.".formatted(low, high));
        }
    }

    /** Where a value lies: 0 at the beginning, 1 at the end. */
    public double at(double value) {
        return scale == Scale.LINEAR
                ? (value - low) / (high - low)
                : Math.log(Math.max(value, Double.MIN_NORMAL) / low) / Math.log(high / low);
    }

    /** The value at a place from 0 to 1. */
    public double value(double at) {
        return scale == Scale.LINEAR ? low + at * (high - low) : low * Math.pow(high / low, at);
    }

    /** The values to mark, about so many. */
    public List<Double> ticks(int about) {
        if (scale == Scale.LOG && high / low >= FEW) {
            return decades();
        }
        return Ticks.multiples(low, high, Ticks.step((high - low) / Math.max(1, about)));
    }

    private List<Double> decades() {
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
            for (int digit : new int[] {1, 2, 5}) {
                double tick = digit * Math.pow(10, power);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** How a mark is written: short, and exact to the step between two marks. */
    public static String label(double tick) {
        double size = Math.abs(tick);
        if (size >= 1e9) {
            return String.format(Locale.ROOT, "%.0e", tick);
        }
        if (size >= 1e6) {
            return trimmed(tick / 1e6) + "M";
        }
        if (size >= 10_000) {
            return trimmed(tick / 1e3) + "k";
        }
        return size >= 1000 ? String.format(Locale.ROOT, "%,.0f", tick) : trimmed(tick);
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
