package unroll.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

/** A plain line now and then, for logs. */
final class LineDisplay implements Display {
    private static final long INTERVAL_NANOS = 10_000_000_000L;

    private final PrintWriter err;
    private final Pace pace;
    private final LongSupplier clock;
    private long shownAt;
    private boolean shown;
    private @Nullable Validated lastValidation;

    /** @param clock nanoseconds that only ever grow */
    LineDisplay(PrintWriter err, Pace pace, LongSupplier clock) {
        this.err = err;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public void step(Stepped step) {
        long now = clock.getAsLong();
        if (!shown || now - shownAt >= INTERVAL_NANOS || pace.isLast(step)) {
            shown = true;
            shownAt = now;
            say(line(step));
        }
    }

    private String line(Stepped step) {
        return String.format(
                        Locale.ROOT, "step %,d, epoch %.2f, loss %.4f", step.step(), step.epoch(), step.trainLoss())
                + (lastValidation == null ? "" : measured(lastValidation))
                + String.format(Locale.ROOT, ", %,.0f chars/s, %s left", step.charsPerSecond(), pace.timeLeft(step));
    }

    private static String measured(Validated validation) {
        return String.format(
                        Locale.ROOT,
                        ", validation %.4f, right %.1f %%",
                        validation.validationLoss(),
                        100 * validation.accuracy())
                + (Double.isNaN(validation.exactMatch())
                        ? ""
                        : String.format(Locale.ROOT, ", exact %.1f %%", 100 * validation.exactMatch()));
    }

    @Override
    public void validation(Validated validation) {
        lastValidation = validation;
    }

    @Override
    public void say(String lines) {
        err.println(lines);
    }

    @Override
    public void close() {
        err.flush();
    }
}
