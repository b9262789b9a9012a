package unroll.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

/** A bar that fills, for a terminal. */
final class BarDisplay implements Display {
    private static final String ERASE_LINE = "\r\033[K";
    private static final int MILLIS_BETWEEN_UPDATES = 200;

    private final PrintStream terminal;
    private final Ending ending;
    private final ProgressBar bar;
    private String validation = "";

    /** @param from where the run stands */
    BarDisplay(PrintStream terminal, Ending ending, Ending.Place from) {
        this.terminal = terminal;
        this.ending = ending;
        boolean inSteps = ending.step() > 0;
        bar = new ProgressBarBuilder()
                .setUnit(inSteps ? "" : " s", 1)
                .setInitialMax(inSteps ? ending.step() : (long) ending.seconds())
                .startsFrom(inSteps ? from.step() : (long) from.seconds(), Duration.ofMillis((long)
                        (1000 * from.seconds())))
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
                .setConsumer(new ConsoleProgressBarConsumer(terminal))
                .build();
    }

    @Override
    public void step(Stepped step) {
        bar.stepTo(ending.step() > 0 ? step.step() : (long) step.seconds());
        bar.setExtraMessage(String.format(
                Locale.ROOT, "loss %.3f%s, %,.0f chars/s", step.trainLoss(), validation, step.charsPerSecond()));
    }

    @Override
    public void validation(Validated measured) {
        validation = String.format(Locale.ROOT, ", validation %.3f", measured.validationLoss());
    }

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
