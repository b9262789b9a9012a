package unroll.ui.lens.flow;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import unroll.lens.flow.GradientFlow;

/**
 * Decades and their colors, from dark blue to pale yellow: lightness alone tells them apart, in print and for every kind of
 * eye.
 *
 * @param low exponent of ten at the dark end
 * @param high exponent at the light end; above {@code low}
 */
record LogScale(int low, int high) {
    /** What is smaller than the largest by more than so many decades is as good as nothing. */
    private static final int MAX_DECADES = 16;

    private static final int FEWEST_DECADES = 3;
    private static final Color[] COLOURS = {
        Color.web("#1b1446"), Color.web("#24508f"), Color.web("#1f8f8c"), Color.web("#7fbf52"), Color.web("#fdf0a0")
    };
    /** Of what is not a finite number. */
    static final Color RUN_AWAY = Color.web("#e0218a");

    /** The decades that hold these values; zeros and what is not finite aside. */
    static LogScale of(double... values) {
        double[] exponents = Arrays.stream(values)
                .filter(value -> value > 0 && Double.isFinite(value))
                .map(Math::log10)
                .toArray();
        int high = (int) Math.ceil(DoubleStream.of(exponents).max().orElse(0));
        int low = (int) Math.floor(DoubleStream.of(exponents).min().orElse(high - 1));
        return new LogScale(Math.max(high - MAX_DECADES, Math.min(low, high - FEWEST_DECADES)), high);
    }

    /** The decades that hold all norms of a flow. */
    static LogScale of(GradientFlow flow) {
        return of(IntStream.range(0, flow.rows().size())
                .boxed()
                .flatMapToDouble(row -> IntStream.range(0, flow.steps()).mapToDouble(t -> flow.norm(row, t)))
                .toArray());
    }

    /** The decades of both. */
    LogScale with(LogScale other) {
        return new LogScale(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Where a value lies, 0 at the low end to 1 at the high end. */
    double at(double value) {
        if (!(value > 0)) {
            return 0;
        }
        return Math.max(0, Math.min(1, (Math.log10(value) - low) / (high - low)));
    }

    Color color(double value) {
        return Double.isFinite(value) ? colorAt(at(value)) : RUN_AWAY;
    }

    static Color colorAt(double at) {
        double place = at * (COLOURS.length - 1);
        int below = Math.min((int) place, COLOURS.length - 2);
        return COLOURS[below].interpolate(COLOURS[below + 1], place - below);
    }

    /** Every how many decades a mark stands so that there are few. */
    int stride(int most) {
        return Math.max(1, (high - low + most - 1) / most);
    }

    /** A number as one reads it off: 0.013, 4.2e-07. */
    static String text(double value) {
        return value == 0 || Math.abs(value) >= 0.001 && Math.abs(value) < 1000
                ? String.format(Locale.ROOT, "%.3g", value)
                : String.format(Locale.ROOT, "%.1e", value);
    }
}
