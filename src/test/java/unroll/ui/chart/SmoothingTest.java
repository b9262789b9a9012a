package unroll.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingTest {
    @Test
    void leavesAConstantAsItIsFromTheFirstValueOn() {
        assertThat(Smoothing.of(new double[] {4, 4, 4}, 0.9)).containsExactly(new double[] {4, 4, 4}, within(1e-12));
    }

    @Test
    void changesNothingWithoutWeight() {
        assertThat(Smoothing.of(new double[] {3, 1, 2}, 0)).containsExactly(3, 1, 2);
    }

    @Test
    void weighsThePastGeometrically() {
        // (0.5·8 + 1·2) / 1.5
        assertThat(Smoothing.of(new double[] {8, 2}, 0.5)[1]).isCloseTo(4, within(1e-12));
    }
}
