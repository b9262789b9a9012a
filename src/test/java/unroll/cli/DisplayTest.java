package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import unroll.train.Evaluations;
import unroll.train.TrainingEvent.Stepped;
import unroll.train.TrainingEvent.Validated;

class DisplayTest {
    private static final Ending AT_HUNDRED = new Ending(100, Double.POSITIVE_INFINITY);

    private static Stepped step(long step) {
        return new Stepped(step, step / 10.0, step, 2.5, 1, 0.002, 1000);
    }

    @Test
    void linesComeNowAndThenAndAtTheEnd() {
        StringWriter text = new StringWriter();
        AtomicLong seconds = new AtomicLong();
        try (Display display = new LineDisplay(
                new PrintWriter(text, true), new Pace(AT_HUNDRED, 2000), () -> seconds.get() * 1_000_000_000)) {
            for (long step = 1; step <= 100; step++) {
                seconds.set(step / 5);
                display.step(step(step));
                if (step == 20) {
                    display.validation(new Validated(20, 2, 20, Evaluations.of(2.75), true));
                }
            }
        }

        assertThat(text.toString().lines())
                .containsExactly(
                        "step 1, epoch 0.10, loss 2.5000, 1,000 chars/s, 0:03:18 left",
                        "step 50, epoch 5.00, loss 2.5000, validation 2.7500, right 25.0 %, 1,000 chars/s, 0:01:40 left",
                        "step 100, epoch 10.00, loss 2.5000, validation 2.7500, right 25.0 %, 1,000 chars/s, 0:00:00 left");
    }

    @Test
    void aRunThatEndsByTheClockShowsItsSeconds() {
        assertThat(new Pace(new Ending(0, 120), 2000).timeLeft(step(20))).isEqualTo("0:01:40");
    }

    @Test
    void theBarFillsAndLetsOthersSpeak() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Display display =
                new BarDisplay(new PrintStream(bytes, true, StandardCharsets.UTF_8), AT_HUNDRED, Ending.Place.START)) {
            display.step(step(40));
            display.validation(new Validated(40, 4, 40, Evaluations.of(2.75), true));
            display.say("--- a sample ---");
            display.step(step(100));
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("\r\033[K--- a sample ---")
                .contains("100/100")
                .contains("loss 2.500, val");
    }

    @Test
    void quietSaysOnlyWhatMustBeSaid() {
        StringWriter text = new StringWriter();
        try (Display display = new QuietDisplay(new PrintWriter(text, true))) {
            display.step(step(1));
            display.validation(new Validated(1, 1, 1, Evaluations.of(1), true));
            assertThat(text.toString()).isEmpty();
            display.say("The autosave failed.");
        }

        assertThat(text.toString()).startsWith("The autosave failed.");
    }
}
