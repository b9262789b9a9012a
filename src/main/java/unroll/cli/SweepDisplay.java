package unroll.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import unroll.message.Formats;
import unroll.message.Wording;
import unroll.sweep.LocalSweep;
import unroll.sweep.SweepTable;
import unroll.sweep.TrialResult;

/** Shows on standard error how a sweep comes along: a bar on a terminal, otherwise a line for every trial that ends. */
final class SweepDisplay implements LocalSweep.Listener {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter err;
    private final @Nullable TerminalBar bar;
    private final SweepTable table;
    private final int trials;
    private final double before;
    private final LongSupplier clock;
    private final long start;
    private Optional<Duration> left = Optional.empty();

    /**
     * @param bar of as many steps as there are trials, or null for lines
     * @param trials of the whole sweep
     * @param clock nanoseconds that only ever grow
     */
    SweepDisplay(PrintWriter err, @Nullable TerminalBar bar, SweepTable table, int trials, LongSupplier clock) {
        this.err = err;
        this.bar = bar;
        this.table = table;
        this.trials = trials;
        this.clock = clock;
        before = table.size();
        start = clock.getAsLong();
    }

    @Override
    public synchronized void onProgress(double done) {
        double seconds = (clock.getAsLong() - start) / NANOS_PER_SECOND;
        double gained = done - before;
        left = gained > 0
                ? Optional.of(Duration.ofSeconds(Math.round(seconds / gained * (trials - done))))
                : Optional.empty();
        if (bar != null) {
            bar.stepTo((long) done, left);
        }
    }

    @Override
    public synchronized void onTrial(TrialResult result) {
        if (bar == null) {
            err.println(line(result));
        } else {
            bar.stepTo(table.size(), left);
            bar.message(best());
        }
    }

    private String line(TrialResult result) {
        String name = result.trial().name();
        return String.format(
                Locale.ROOT,
                "trial %d%s: %s, %d of %s done%s%s",
                result.trial().number(),
                name.isEmpty() ? "" : " (" + name + ")",
                result.isDiverged() ? "diverged" : "validation " + Formats.loss(result.validationLoss()),
                table.size(),
                Wording.count(trials, "trial"),
                best(),
                left.map(time -> ", " + Formats.duration(time.toSeconds()) + " left")
                        .orElse(""));
    }

    private String best() {
        SweepTable.Entry best = table.best();
        return best == null
                ? ""
                : String.format(Locale.ROOT, ", best %s (trial %d)", Formats.loss(best.loss()), best.trial());
    }
}
