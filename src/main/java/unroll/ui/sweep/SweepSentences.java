package unroll.ui.sweep;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.message.Wording;
import unroll.sweep.BackgroundSweep;
import unroll.sweep.BackgroundSweep.Forecast;
import unroll.sweep.SweepTable;

/** What a sweep would take, and how it stands, in words. */
final class SweepSentences {
    private SweepSentences() {}

    /** @param time that all of it takes, in words */
    static String forecast(Forecast forecast, String time) {
        return "%s, about %s in all; the largest takes about %s of memory."
                .formatted(
                        Wording.count(forecast.plan().trials().size(), "trial"),
                        time,
                        Formats.bytes(forecast.memory()));
    }

    /** @param entries trials that have ended */
    static String state(BackgroundSweep.SweepStatus now, List<SweepTable.Entry> entries) {
        if (now.plan() == null || now.table() == null) {
            return "Start asks where to write the table. You can go on with it another day, here or with the command unroll sweep.";
        }
        long diverged = entries.stream().filter(SweepTable.Entry::isDiverged).count();
        return String.format(
                Locale.ROOT,
                "%s: %,d of %s done%s%s.%s",
                now.table().getFileName(),
                now.ended(),
                Wording.count(now.plan().trials().size(), "trial"),
                diverged == 0 ? "" : String.format(Locale.ROOT, ", %,d of them diverged", diverged),
                activity(now),
                best(SweepTable.best(entries)));
    }

    private static String activity(BackgroundSweep.SweepStatus now) {
        return switch (now.state()) {
            case NONE, STOPPED -> "";
            case RUNNING ->
                Double.isNaN(now.secondsLeft()) ? "" : ", about %s left".formatted(Formats.time(now.secondsLeft()));
            case PAUSED -> ", paused";
            case WAITING -> ", waiting while the window trains";
        };
    }

    private static String best(SweepTable.@Nullable Entry best) {
        return best == null
                ? ""
                : String.format(
                        Locale.ROOT, " Best: trial %d (%s), %s.", best.trial(), best.name(), Formats.loss(best.loss()));
    }
}
