package unroll.session.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingClockTest {
    private static final double SECOND = 1e9;
    private static final int CHARACTERS = 1000;

    private final TrainingClock clock = new TrainingClock(100);
    private double now = 77;

    private long in(double seconds) {
        now += seconds;
        return (long) (now * SECOND);
    }

    private void steps(int count, double seconds) {
        for (int i = 0; i < count; i++) {
            clock.otherEnds(in(0));
            clock.stepEnds(in(seconds), CHARACTERS);
        }
    }

    private void validation(double seconds) {
        clock.otherEnds(in(0));
        clock.validationEnds(in(seconds));
    }

    @BeforeEach
    void start() {
        clock.start(in(0));
    }

    private void assertSeconds(double expected) {
        assertThat(clock.seconds()).isCloseTo(100 + expected, within(1e-6));
    }

    @Test
    void everythingCountsWhileTheRunIsRunning() {
        steps(10, 0.5);
        validation(3);
        clock.otherEnds(in(0.25));
        clock.stepEnds(in(0.5), CHARACTERS);
        clock.otherEnds(in(0.25));
        assertSeconds(9);
        clock.start(in(1000));
        steps(2, 0.5);
        assertSeconds(10);
    }

    @Test
    void aNapDoesNotCount() {
        steps(20, 0.1);
        clock.otherEnds(in(0));
        clock.stepEnds(in(20), CHARACTERS);
        assertSeconds(2.1);
        assertThat(clock.charsPerSecond()).isCloseTo(10_000, within(1e-3));
        steps(5, 0.1);
        clock.otherEnds(in(3600));
        assertThat(clock.seconds()).as("asleep between two steps").isCloseTo(102.6, within(0.2));
    }

    @Test
    void aNapDuringAValidationDoesNotCount() {
        for (int i = 0; i < 4; i++) {
            steps(5, 0.1);
            validation(2);
        }
        validation(600);
        assertSeconds(12);
    }

    @Test
    void whatIsSlowByNatureCounts() {
        steps(6, 4);
        validation(60);
        clock.otherEnds(in(0));
        clock.stepEnds(in(30), CHARACTERS);
        assertSeconds(24 + 60 + 30);
    }

    @Test
    void aRunThatBecomesSlowCountsAgainBeforeLong() {
        steps(20, 0.1);
        steps(100, 6);
        assertThat(clock.seconds()).isGreaterThan(100 + 0.9 * 100 * 6);
    }

    @Test
    void timeLeftIsUnknownUntilTheSpeedHasSettled() {
        steps(2, 3);
        assertThat(clock.secondsFor(CHARACTERS)).as("two steps").isNaN();
        TrainingClock quick = new TrainingClock(0);
        quick.start(0);
        for (int i = 1; i < 20; i++) {
            quick.stepEnds((long) (i * 0.1 * SECOND), CHARACTERS);
            assertThat(quick.secondsFor(CHARACTERS)).as("less than two seconds").isNaN();
        }
        quick.stepEnds((long) (2.0 * SECOND), CHARACTERS);
        assertThat(quick.secondsFor(50 * CHARACTERS)).isCloseTo(5, within(1e-6));
    }
}
