package unroll.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
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
    private double validationLoss = Double.NaN;

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
                + (Double.isNaN(validationLoss) ? "" : String.format(Locale.ROOT, ", validation %.4f", validationLoss))
                + String.format(Locale.ROOT, ", %,.0f chars/s, %s left", step.charsPerSecond(), pace.timeLeft(step));
    }

    @Override
    public void validation(Validated validation) {
        validationLoss = validation.validationLoss();
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
