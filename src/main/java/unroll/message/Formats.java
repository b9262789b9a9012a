package unroll.message;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as text, the same in every part of the program: short for readers, or exact for other programs. */
public final class Formats {
    private static final double BITS_PER_NAT = 1 / Math.log(2);
    private static final double MAX_PLAIN = 1e4;
    private static final double MIN_PLAIN = 1e-3;
    private static final int MAX_DECIMALS = 15;
    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final MathContext SIX_FIGURES = new MathContext(6);

    private Formats() {}

    /** 1,234,567. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Three digits after the point, or a dash where there is no number; short also where it has diverged. */
    public static String loss(double nats) {
        return fixed(nats, 3);
    }

    /** So many digits after the point, a dash where there is no number, or a power of ten where it is large. */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return Math.abs(value) < MAX_PLAIN ? decimal(value, decimals) : number(value);
    }

    public static double bits(double nats) {
        return nats * BITS_PER_NAT;
    }

    /** Three figures, as one reads them off: 0.013, 42.5, 4.2×10⁻⁷, 5×10²¹. */
    public static String number(double value) {
        return number(value, 3);
    }

    /** So many figures at most: 0.01312568, 4.203×10⁻⁷. */
    public static String number(double value, int figures) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(figures));
        double size = Math.abs(rounded.doubleValue());
        if (size == 0 || size >= MIN_PLAIN && size < MAX_PLAIN) {
            return plain(rounded);
        }
        int power = rounded.precision() - rounded.scale() - 1;
        return plain(rounded.movePointLeft(power)) + "×" + powerOfTen(power);
    }

    /** 10⁻¹². */
    public static String powerOfTen(int power) {
        StringBuilder text = new StringBuilder(power < 0 ? "10⁻" : "10");
        String.valueOf(Math.abs(power)).chars().forEach(digit -> text.append(DIGITS.charAt(digit - '0')));
        return text.toString();
    }

    /**
     * A value beside an axis: short, and exact to the distance of two of them: 0.3, 1,500, 120k, 2.5M, 5×10²¹.
     *
     * @param step distance of two values, above 0
     */
    public static String tick(double value, double step) {
        int decimals = (int) Math.min(MAX_DECIMALS, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
        double size = Math.abs(value);
        if (size >= 1e9 || size > 0 && size < 1e-4) {
            return power(value, step);
        }
        if (size >= 1e6) {
            return trimmed(value / 1e6, decimals + 6) + "M";
        }
        if (size >= 1e4) {
            return trimmed(value / 1e3, decimals + 3) + "k";
        }
        return size >= 1000 && decimals == 0 ? String.format(Locale.ROOT, "%,.0f", value) : trimmed(value, decimals);
    }

    private static String power(double value, double step) {
        int power = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-12);
        int decimals = (int) Math.max(0, power - Math.floor(Math.log10(step) + 1e-9));
        return trimmed(value / Math.pow(10, power), Math.min(MAX_DECIMALS, decimals)) + "×" + powerOfTen(power);
    }

    private static String trimmed(double value, int decimals) {
        return plain(new BigDecimal(decimal(value, decimals)));
    }

    private static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** 0:42, 12:03, 1:02:03. */
    public static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "–";
        }
        long whole = Math.round(seconds);
        long minutes = whole / 60 % 60;
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", minutes, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, minutes, whole % 60);
    }

    /** A duration with its unit: 0:42 min, 1:02:03 h. */
    public static String time(double seconds) {
        return duration(seconds) + (seconds < 3599.5 ? " min" : " h");
    }

    /** 999 bytes, 12 KB, 1.2 MB, 3.4 GB; a thousand of each is one of the next. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        if (bytes < 1_000_000) {
            return decimal(bytes / 1e3, 0) + " KB";
        }
        return bytes < 1_000_000_000 ? decimal(bytes / 1e6, 1) + " MB" : decimal(bytes / 1e9, 1) + " GB";
    }

    /** 31,400 or 1.25 M, never more than six signs. */
    public static String rate(double perSecond) {
        if (!Double.isFinite(perSecond)) {
            return "–";
        }
        return perSecond < 999_999.5 ? count(Math.round(perSecond)) : decimal(perSecond / 1e6, 2) + " M";
    }

    /** A measured value to six figures, without an exponent; empty where it is none. */
    public static String figures(double value) {
        return Double.isFinite(value) ? plain(new BigDecimal(value).round(SIX_FIGURES)) : "";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** 93.4 %, or a dash where there is no share. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
