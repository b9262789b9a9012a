package unroll.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

/** A bar that fills, for a terminal. */
final class BarDisplay implements Display {
    private static final String ERASE_LINE = "\r\033[K";
    private static final int MILLIS_BETWEEN_UPDATES = 200;

    private final PrintStream terminal;
    private final StopCondition ending;
    private final ProgressBar bar;
    private String validation = "";
    private volatile Optional<Duration> timeLeft = Optional.empty();
    private @Nullable Stepped last;

    /**
     * @param columns that the terminal has at the moment
     * @param from where the run stands
     */
    BarDisplay(PrintStream terminal, IntSupplier columns, StopCondition ending, StopCondition.Place from) {
        this.terminal = terminal;
        this.ending = ending;
        boolean inSteps = ending.step() > 0;
        bar = new ProgressBarBuilder()
                .setUnit(inSteps ? "" : " s", 1)
                .setInitialMax(inSteps ? ending.step() : (long) ending.seconds())
                .startsFrom(inSteps ? from.step() : (long) from.seconds(), Duration.ofMillis((long)
                        (1000 * from.seconds())))
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
                .setEtaFunction(state -> timeLeft)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
                .setConsumer(new Line(terminal, columns))
                .build();
    }

    /** Asks for the width itself, because the library would build a terminal that takes Ctrl-C over. */
    private static final class Line extends ConsoleProgressBarConsumer {
        private final IntSupplier columns;

        Line(PrintStream terminal, IntSupplier columns) {
            super(terminal);
            this.columns = columns;
        }

        /** One less than there are: a character in the last column would wrap. */
        @Override
        public int getMaxRenderedLength() {
            return columns.getAsInt() - 1;
        }
    }

    @Override
    public void step(Stepped step) {
        last = step;
        timeLeft = ending.timeLeft(step);
        bar.stepTo(ending.step() > 0 ? step.step() : (long) step.metrics().seconds());
        showMessage(step);
    }

    private void showMessage(Stepped step) {
        bar.setExtraMessage(String.format(
                Locale.ROOT,
                "loss %.3f%s, %,.0f chars/s",
                step.metrics().losses().train(),
                validation,
                step.metrics().charsPerSecond()));
    }

    @Override
    public void validation(Validated measured) {
        validation = String.format(Locale.ROOT, ", validation %.3f", measured.validationLoss());
        if (last != null) {
            showMessage(last);
        }
    }

    /** The bar shows all there is at any time. */
    @Override
    public void end() {}

    @Override
    public void say(String lines) {
        terminal.print(ERASE_LINE);
        terminal.println(lines);
    }

    @Override
    public void close() {
        bar.close();
    }
}
