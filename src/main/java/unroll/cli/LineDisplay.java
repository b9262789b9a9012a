package unroll.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import unroll.cli.dashboard.RunFigures;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

/** A plain line now and then, for logs. */
final class LineDisplay implements Display {
    private static final long INTERVAL_NANOS = 10_000_000_000L;

    private final PrintWriter err;
    private final StopCondition ending;
    private final LongSupplier clock;
    private long shownAt;
    private @Nullable Stepped last;
    private @Nullable Validated lastValidation;
    private boolean isShown = true;

    /** @param clock nanoseconds that only ever grow */
    LineDisplay(PrintWriter err, StopCondition ending, LongSupplier clock) {
        this.err = err;
        this.ending = ending;
        this.clock = clock;
    }

    @Override
    public void step(Stepped step) {
        long now = clock.getAsLong();
        boolean first = last == null;
        last = step;
        isShown = false;
        if (first || now - shownAt >= INTERVAL_NANOS) {
            shownAt = now;
            show(step);
        }
    }

    private void show(Stepped step) {
        isShown = true;
        print(line(step));
    }

    @Override
    public void end() {
        if (last != null && !isShown) {
            show(last);
        }
    }

    private String line(Stepped step) {
        return "step %s, epoch %s, loss %s"
                        .formatted(
                                RunFigures.count(step.step()),
                                RunFigures.epoch(step.metrics().epoch()),
                                RunFigures.loss(step.metrics().losses().train()))
                + (lastValidation == null ? "" : measured(lastValidation))
                + ", %s chars/s".formatted(RunFigures.count(step.metrics().charsPerSecond()))
                + ending.timeLeft(step).map(LineDisplay::left).orElse("");
    }

    private static String left(Duration time) {
        return ", %s left".formatted(RunFigures.duration(time.toSeconds()));
    }

    private static String measured(Validated validation) {
        return String.format(
                        Locale.ROOT,
                        ", validation %s, right %.1f %%",
                        RunFigures.loss(validation.validationLoss()),
                        100 * validation.accuracy())
                + (Double.isNaN(validation.exactMatch())
                        ? ""
                        : String.format(Locale.ROOT, ", exact %.1f %%", 100 * validation.exactMatch()));
    }

    @Override
    public void showValidation(Validated validation) {
        lastValidation = validation;
        isShown = last == null;
    }

    @Override
    public void print(String lines) {
        err.println(lines);
    }

    @Override
    public void close() {
        end();
        err.flush();
    }
}
