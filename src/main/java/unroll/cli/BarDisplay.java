package unroll.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

/** A bar that fills, for a terminal. */
final class BarDisplay implements Display {
    private final StopCondition ending;
    private final TerminalBar bar;
    private String validation = "";
    private @Nullable Stepped last;

    /**
     * @param columns that the terminal has at the moment
     * @param from where the run stands
     */
    BarDisplay(PrintStream terminal, IntSupplier columns, StopCondition ending, StopCondition.Progress from) {
        this.ending = ending;
        boolean inSteps = ending.step() > 0;
        bar = new TerminalBar(
                terminal,
                columns,
                inSteps ? "" : " s",
                inSteps ? ending.step() : (long) ending.seconds(),
                inSteps ? from.step() : (long) from.seconds(),
                Duration.ofMillis((long) (1000 * from.seconds())));
    }

    @Override
    public void step(Stepped step) {
        last = step;
        bar.stepTo(ending.step() > 0 ? step.step() : (long) step.metrics().seconds(), ending.timeLeft(step));
        showMessage(step);
    }

    private void showMessage(Stepped step) {
        bar.message(String.format(
                Locale.ROOT,
                "loss %.3f%s, %,.0f chars/s",
                step.metrics().losses().train(),
                validation,
                step.metrics().charsPerSecond()));
    }

    @Override
    public void showValidation(Validated measured) {
        validation = String.format(Locale.ROOT, ", validation %.3f", measured.validationLoss());
        if (last != null) {
            showMessage(last);
        }
    }

    @Override
    public void print(String lines) {
        bar.print(lines);
    }

    @Override
    public void close() {
        bar.close();
    }
}
