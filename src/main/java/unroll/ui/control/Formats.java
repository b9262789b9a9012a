package unroll.ui.control;

import java.util.Locale;

/** Numbers in words a reader takes in at a glance. */
public final class Formats {
    private static final double BITS_PER_NAT = 1 / Math.log(2);

    private static final double MAX_PLAIN = 1e4;

    private Formats() {}

    /** 1,234,567. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Three digits after the point, or a dash where there is no number; short also where it has run away. */
    public static String loss(double nats) {
        return Double.isNaN(nats) ? "–" : String.format(Locale.ROOT, nats < MAX_PLAIN ? "%.3f" : "%.0e", nats);
    }

    public static double bits(double nats) {
        return nats * BITS_PER_NAT;
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

    /** 1.2 MB. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f KB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** 31,400 or 1.25 M, never more than six signs. */
    public static String rate(double perSecond) {
        if (!Double.isFinite(perSecond)) {
            return "–";
        }
        return perSecond < 999_999.5
                ? count(Math.round(perSecond))
                : String.format(Locale.ROOT, "%.2f M", perSecond / 1e6);
    }
}
