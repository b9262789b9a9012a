package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossRangeTest {
    private static final double GUESSING = 4;

    private LossRange range = LossRange.FRESH;

    private void add(double loss, int times) {
        for (int i = 0; i < times; i++) {
            range = range.next(loss, GUESSING);
        }
    }

    @BeforeEach
    void learn() {
        add(4, 1);
        for (int step = 0; step < 600; step++) {
            double loss = 1 + 3 * Math.exp(-step / 50.0);
            assertThat(range.isGood(loss, GUESSING)).as("loss of step %s", step).isTrue();
            range = range.next(loss, GUESSING);
        }
    }

    @Test
    void theFirstLossOfARunIsInRangeAboutAsHighAsGuessing() {
        LossRange fresh = LossRange.FRESH;
        assertThat(fresh.mean()).isNaN();
        assertThat(fresh.isGood(1.2 * GUESSING, GUESSING)).isTrue();
        assertThat(fresh.isGood(2 * GUESSING, GUESSING)).isFalse();
    }

    @Test
    void whatIsFarAboveTheRecentLossesIsOutOfRange() {
        assertThat(range.mean()).isBetween(1.0, 1.1);
        assertThat(range.isGood(1.8, GUESSING)).isTrue();
        assertThat(range.isGood(3, GUESSING))
                .as("better than guessing, and yet far too high")
                .isFalse();
        assertThat(range.isGood(5e26, GUESSING)).isFalse();
        assertThat(range.isGood(Double.POSITIVE_INFINITY, GUESSING)).isFalse();
        assertThat(range.isGood(Double.NaN, GUESSING)).isFalse();
    }

    @Test
    void aLossThatExplodesStaysOutOfRange() {
        double loss = 2.6;
        for (int step = 0; step < 40; step++) {
            assertThat(range.isGood(loss, GUESSING)).as("loss %s", loss).isFalse();
            range = range.next(loss, GUESSING);
            loss *= 1.3;
        }
        assertThat(range.isGood(1.1, GUESSING)).as("one ordinary loss").isFalse();
        add(1.1, LossRange.STEADY);
        assertThat(range.isGood(1.1, GUESSING))
                .as("back where it was for a while")
                .isTrue();
        add(2.6, 1);
        assertThat(range.isGood(1.1, GUESSING)).as("and away again").isFalse();
    }

    @Test
    void oneThatIsWorseThanGuessingNeverIsInRange() {
        add(20, 10_000);
        assertThat(range.isGood(20, GUESSING)).isFalse();
    }

    @Test
    void aRunThatSettlesAtAHigherLossIsInRangeAgain() {
        assertThat(range.isGood(2.9, GUESSING)).isFalse();
        add(2.9, 300);
        assertThat(range.isGood(2.9, GUESSING)).isTrue();
    }

    @Test
    void aLossNearZeroMayJumpALittle() {
        add(1e-4, 2000);
        assertThat(range.isGood(0.2, GUESSING)).isTrue();
        assertThat(range.isGood(2, GUESSING)).isFalse();
    }
}
