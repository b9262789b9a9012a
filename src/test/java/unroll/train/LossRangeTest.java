package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossRangeTest {
    private static final double GUESSING = 4;

    private final LossRange range = new LossRange(GUESSING);

    private void add(double loss, int times) {
        for (int i = 0; i < times; i++) {
            range.add(loss);
        }
    }

    @BeforeEach
    void learn() {
        add(4, 1);
        for (int step = 0; step < 600; step++) {
            double loss = 1 + 3 * Math.exp(-step / 50.0);
            assertThat(range.isGood(loss)).as("loss of step %s", step).isTrue();
            range.add(loss);
        }
    }

    @Test
    void theFirstLossOfARunIsInRangeAboutAsHighAsGuessing() {
        LossRange fresh = new LossRange(GUESSING);
        assertThat(fresh.state().mean()).isNaN();
        assertThat(fresh.isGood(1.2 * GUESSING)).isTrue();
        assertThat(fresh.isGood(2 * GUESSING)).isFalse();
    }

    @Test
    void whatIsFarAboveTheRecentLossesIsOutOfRange() {
        assertThat(range.state().mean()).isBetween(1.0, 1.1);
        assertThat(range.isGood(1.8)).isTrue();
        assertThat(range.isGood(3))
                .as("better than guessing, and yet far too high")
                .isFalse();
        assertThat(range.isGood(5e26)).isFalse();
        assertThat(range.isGood(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(range.isGood(Double.NaN)).isFalse();
    }

    @Test
    void aLossThatExplodesStaysOutOfRange() {
        double loss = 2.6;
        for (int step = 0; step < 40; step++) {
            assertThat(range.isGood(loss)).as("loss %s", loss).isFalse();
            range.add(loss);
            loss *= 1.3;
        }
        assertThat(range.isGood(1.1)).as("one ordinary loss").isFalse();
        add(1.1, LossRange.STEADY);
        assertThat(range.isGood(1.1)).as("back where it was for a while").isTrue();
        add(2.6, 1);
        assertThat(range.isGood(1.1)).as("and away again").isFalse();
    }

    @Test
    void oneThatIsWorseThanGuessingNeverIsInRange() {
        add(20, 10_000);
        assertThat(range.isGood(20)).isFalse();
    }

    @Test
    void aRunThatSettlesAtAHigherLossIsInRangeAgain() {
        assertThat(range.isGood(2.9)).isFalse();
        add(2.9, 300);
        assertThat(range.isGood(2.9)).isTrue();
    }

    @Test
    void aLossNearZeroMayJumpALittle() {
        add(1e-4, 2000);
        assertThat(range.isGood(0.2)).isTrue();
        assertThat(range.isGood(2)).isFalse();
    }
}
