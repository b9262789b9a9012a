package unroll.cli.dashboard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;

/** How the figures of a run are written on the command line, in its plain lines and on the dashboard alike. */
public final class RunFigures {
    /** What is larger has diverged, and is written short. */
    private static final double MAX_PLAIN = 1e5;

    private static final double MIN_PLAIN = 1e-4;
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private RunFigures() {}

    /** 1,234. */
    public static String count(double value) {
        return value < 1e9 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.1e", value);
    }

    /** Passes over the training part. */
    public static String epoch(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Nats per character, or a dash where nothing was measured. */
    public static String loss(double nats) {
        return decimals("%.4f", nats);
    }

    /** The norm of a gradient before clipping, or a dash before the first step. */
    public static String norm(double value) {
        return decimals("%.3f", value);
    }

    private static String decimals(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, value < MAX_PLAIN ? format : "%.1e", value);
    }

    /** A rate or a temperature: three digits, without zeros that say nothing. */
    public static String rate(double value) {
        return value < MIN_PLAIN || value >= MAX_PLAIN
                ? String.format(Locale.ROOT, "%.1e", value)
                : new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** Hours, minutes and seconds, 0:01:40, or a dash where there is no end to wait for. */
    public static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "-";
        }
        Duration time = Duration.ofSeconds(Math.round(seconds));
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
