package unroll.session.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The small meters of a run. */
class PaceTest {
    private static final long MILLI = 1_000_000;

    @Test
    void speedIsThatOfTheLastSecondOrSo() {
        TrainingClock.Speedometer speed = new TrainingClock.Speedometer();
        assertThat(speed.charsPerSecond()).isEqualTo(0);
        for (int i = 0; i < 100; i++) {
            speed.add(1000, 100 * MILLI);
        }
        assertThat(speed.charsPerSecond()).isCloseTo(10_000, within(1e-6));
        for (int i = 0; i < 11; i++) {
            speed.add(1000, 200 * MILLI);
        }
        assertThat(speed.charsPerSecond()).as("after two slower seconds").isCloseTo(5_000, within(1e-6));
    }
}
