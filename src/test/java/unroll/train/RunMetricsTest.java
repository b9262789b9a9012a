package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import unroll.train.RunMetrics.Losses;

class RunMetricsTest {
    @Test
    void theLowestValidationLossIsTheBest() {
        Losses first = Losses.NONE.withValidation(2);
        assertThat(Losses.NONE.isLowest(2)).as("nothing was measured before").isTrue();
        assertThat(first).isEqualTo(new Losses(Double.NaN, 2, 2));
        assertThat(first.isLowest(2)).as("as good is no better").isFalse();
        assertThat(first.withValidation(3)).isEqualTo(new Losses(Double.NaN, 3, 2));
        assertThat(first.withValidation(3).withValidation(1)).isEqualTo(new Losses(Double.NaN, 1, 1));
    }

    @Test
    void aMeasurementChangesNothingElse() {
        RunMetrics before = MetricsFixtures.at(7, 0.5, 12);
        RunMetrics after = before.withLosses(before.losses().withValidation(3)).withSeconds(13);
        assertThat(after).isEqualTo(new RunMetrics(7, 0.5, 13, new Losses(2, 3, 3), 1, 0.1, 1000, Double.NaN));
    }
}
