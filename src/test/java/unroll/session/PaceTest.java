package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The small meters of a run. */
class PaceTest {
    private static final long MILLI = 1_000_000;

    @Test
    void speedIsThatOfTheLastSecondOrSo() {
        Speedometer speed = new Speedometer();
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

    @Test
    void validationsCountSinceTheBest() {
        Validations validations = new Validations(Double.NaN, Double.NaN, 0);
        assertThat(validations.add(2)).isTrue();
        assertThat(validations.add(2)).as("as good is no better").isFalse();
        assertThat(validations.add(3)).isFalse();
        assertThat(validations.sinceBest()).isEqualTo(2);
        assertThat(validations.best()).isEqualTo(2);
        assertThat(validations.last()).isEqualTo(3);
        assertThat(validations.add(1)).isTrue();
        assertThat(validations.sinceBest()).isZero();
    }

    @Test
    void validationsGoOnCountingWhereAFileSaysTheyWere() {
        Validations validations = new Validations(3, 2, 4);
        validations.add(2.5);
        assertThat(validations.sinceBest()).isEqualTo(5);
        validations.restoreBest();
        assertThat(validations.sinceBest()).isZero();
        assertThat(validations.last()).isEqualTo(2);
    }
}
