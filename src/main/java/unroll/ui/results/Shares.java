package unroll.ui.results;

import java.util.Locale;
import unroll.task.score.Share;
import unroll.ui.control.Words;

/** Shares in words. */
final class Shares {
    private static final double PERCENT = 100;

    private Shares() {}

    /** 93.4 %, or a dash where nothing was asked. */
    static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", PERCENT * share);
    }

    static String percent(Share share) {
        return percent(share.value());
    }

    /** 1,234 of 1,321. */
    static String counts(Share share) {
        return Words.count(share.right()) + " of " + Words.count(share.asked());
    }
}
