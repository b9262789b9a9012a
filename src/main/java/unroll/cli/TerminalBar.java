package unroll.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on a terminal, with the time left and a message, drawn by a thread of its own a few times a second. */
final class TerminalBar implements AutoCloseable {
    private static final String ERASE_LINE = "\r\033[K";
    private static final int MILLIS_BETWEEN_UPDATES = 200;

    private final PrintStream terminal;
    private final ProgressBar bar;
    private volatile Optional<Duration> timeLeft = Optional.empty();

    /**
     * @param columns that the terminal has at the moment
     * @param unit follows the numbers
     * @param max where it is full
     * @param from where it begins
     * @param elapsed time that brought it there
     */
    TerminalBar(PrintStream terminal, IntSupplier columns, String unit, long max, long from, Duration elapsed) {
        this.terminal = terminal;
        bar = new ProgressBarBuilder()
                .setUnit(unit, 1)
                .setInitialMax(max)
                .startsFrom(from, elapsed)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
                .setEtaFunction(state -> timeLeft)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
                .setConsumer(new BarConsumer(terminal, columns))
                .build();
    }

    /** Asks for the width itself, because the library would build a terminal that takes Ctrl-C over. */
    private static final class BarConsumer extends ConsoleProgressBarConsumer {
        private final IntSupplier columns;

        BarConsumer(PrintStream terminal, IntSupplier columns) {
            super(terminal);
            this.columns = columns;
        }

        /** One less than there are: a character in the last column would wrap. */
        @Override
        public int getMaxRenderedLength() {
            return columns.getAsInt() - 1;
        }
    }

    /** @param left until it is full; empty where that is not known */
    void stepTo(long step, Optional<Duration> left) {
        timeLeft = left;
        bar.stepTo(step);
    }

    /** What stands behind the bar. */
    void message(String text) {
        bar.setExtraMessage(text);
    }

    /** Prints lines that stay. */
    void print(String lines) {
        terminal.print(ERASE_LINE);
        terminal.println(lines);
    }

    @Override
    public void close() {
        bar.close();
    }
}
