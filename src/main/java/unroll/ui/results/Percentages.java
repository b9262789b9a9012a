package unroll.ui.results;

import java.util.Locale;
import unroll.message.Formats;
import unroll.task.score.Ratio;

/** Shares in words. */
final class Percentages {
    private static final double PERCENT = 100;

    private Percentages() {}

    /** 93.4 %, or a dash where nothing was asked. */
    static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", PERCENT * share);
    }

    static String percent(Ratio share) {
        return percent(share.value());
    }

    /** 1,234 of 1,321. */
    static String counts(Ratio share) {
        return Formats.count(share.right()) + " of " + Formats.count(share.asked());
    }
}
