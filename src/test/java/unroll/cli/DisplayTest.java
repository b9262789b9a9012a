package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import unroll.train.Evaluations;
import unroll.train.MetricsFixtures;
import unroll.train.RunMetrics;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

class DisplayTest {
    private static final StopCondition AT_HUNDRED = new StopCondition(100, Double.POSITIVE_INFINITY);

    private static Stepped step(long step) {
        double left = step < 10 ? Double.NaN : 2.0 * (100 - step);
        RunMetrics.Losses losses = RunMetrics.Losses.NONE.withTrain(2.5);
        return new Stepped(new RunMetrics(step, step / 10.0, step, losses, 1, 0.002, 1000, left), 2.5);
    }

    private static Validated validation(long step, double loss) {
        return new Validated(MetricsFixtures.at(step, step / 10.0, step), Evaluations.of(loss), true);
    }

    @Test
    void linesComeNowAndThenAndAtTheEndWithTheLastValidation() {
        StringWriter text = new StringWriter();
        AtomicLong seconds = new AtomicLong();
        try (Display display =
                new LineDisplay(new PrintWriter(text, true), AT_HUNDRED, () -> seconds.get() * 1_000_000_000)) {
            for (long step = 1; step <= 100; step++) {
                seconds.set(step / 6);
                display.step(step(step));
                if (step % 40 == 20) {
                    display.showValidation(validation(step, 3.0 - step / 80.0));
                }
            }
            display.showValidation(validation(100, 1.5));
            display.end();
            display.print("Stopped early.");
        }

        assertThat(text.toString().lines())
                .containsExactly(
                        "step 1, epoch 0.10, loss 2.5000, 1,000 chars/s",
                        "step 60, epoch 6.00, loss 2.5000, validation 2.7500, right 25.0 %, 1,000 chars/s, 0:01:20 left",
                        "step 100, epoch 10.00, loss 2.5000, validation 1.5000, right 25.0 %, 1,000 chars/s, 0:00:00 left",
                        "Stopped early.");
    }

    @Test
    void aRunThatIsInterruptedShowsItsLastStepToo() {
        StringWriter text = new StringWriter();
        try (Display display = new LineDisplay(new PrintWriter(text, true), AT_HUNDRED, () -> 0)) {
            display.step(step(1));
            display.step(step(2));
        }

        assertThat(text.toString().lines()).last().asString().startsWith("step 2,");
    }

    @Test
    void aRunThatEndsByTheClockShowsItsSeconds() {
        assertThat(new StopCondition(0, 120).timeLeft(step(20))).contains(Duration.ofSeconds(100));
        assertThat(new StopCondition(0, Double.POSITIVE_INFINITY).timeLeft(step(20)))
                .isEmpty();
    }

    @Test
    void theBarFillsAndLetsOthersSpeak() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Display display = new BarDisplay(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                () -> 80,
                AT_HUNDRED,
                StopCondition.Progress.START)) {
            display.step(step(40));
            display.showValidation(new Validated(MetricsFixtures.at(40, 4, 40), Evaluations.of(2.75), true));
            display.print("--- a sample ---");
            display.step(step(100));
            display.showValidation(validation(100, 1.5));
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("\r\033[K--- a sample ---")
                .contains("100/100")
                .contains("loss 2.500, val")
                .contains("1.500");
    }

    @Test
    void quietSaysOnlyWhatMustBeSaid() {
        StringWriter text = new StringWriter();
        try (Display display = new Display.Quiet(new PrintWriter(text, true))) {
            display.step(step(1));
            display.showValidation(new Validated(MetricsFixtures.at(1, 1, 1), Evaluations.of(1), true));
            assertThat(text.toString()).isEmpty();
            display.print("The autosave failed.");
        }

        assertThat(text.toString()).startsWith("The autosave failed.");
    }
}
