package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialAverageTest {
    private static ExponentialAverage of(double decay, double... values) {
        ExponentialAverage average = new ExponentialAverage(decay);
        for (double value : values) {
            average.add(value);
        }
        return average;
    }

    @Test
    void isNoNumberBeforeTheFirstValue() {
        assertThat(of(0.9).value()).isNaN();
    }

    @Test
    void leavesAConstantAsItIsFromTheFirstValueOn() {
        ExponentialAverage average = of(0.9);
        for (int i = 0; i < 3; i++) {
            average.add(4);
            assertThat(average.value()).isCloseTo(4, within(1e-12));
        }
    }

    @Test
    void changesNothingWithoutWeight() {
        assertThat(of(0, 3, 1, 2).value()).isEqualTo(2);
    }

    @Test
    void weighsThePastGeometrically() {
        // (0.5·8 + 1·2) / 1.5
        assertThat(of(0.5, 8, 2).value()).isCloseTo(4, within(1e-12));
    }

    @Test
    void followsToANewLevel() {
        ExponentialAverage average = of(0.9, 4, 2);
        assertThat(average.value()).isBetween(2.0, 4.0);
        for (int i = 0; i < 1000; i++) {
            average.add(1);
        }
        assertThat(average.value()).isCloseTo(1, within(1e-6));
    }

    @Test
    void twoHalfValuesMoveItAsFarAsAWholeOne() {
        ExponentialAverage average = of(0.25, 8);
        assertThat(average.with(2, 1)).isEqualTo(of(0.25, 8, 2).value());
        // A half keeps √0.25 of the sum 6 and of the mass 0.75.
        assertThat(average.with(2, 0.5)).isCloseTo((0.5 * 6 + 0.5 * 2) / (0.5 * 0.75 + 0.5), within(1e-12));
        assertThat(average.value()).as("asking does not change it").isEqualTo(8);
    }

    @Test
    void beginsAgainWhereItIsCleared() {
        ExponentialAverage average = of(0.9, 1000);
        average.clear();
        average.add(2);
        assertThat(average.value()).isCloseTo(2, within(1e-12));
    }

    @Test
    void refusesADecayThatWouldNeverForget() {
        assertThatThrownBy(() -> of(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
