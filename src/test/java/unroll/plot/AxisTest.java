package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.plot.Axis.AxisScale;

class AxisTest {
    private static List<String> labels(AxisScale scale, double low, double high, int about) {
        return Ticks.of(new Axis(scale, low, high), about).stream()
                .map(Ticks.Tick::label)
                .toList();
    }

    @Test
    void marksMultiplesOfOneTwoOrFive() {
        assertThat(labels(AxisScale.LINEAR, 0, 100, 5)).containsExactly("0", "20", "40", "60", "80", "100");
        assertThat(labels(AxisScale.LINEAR, 1.3, 4.2, 6)).containsExactly("1.5", "2", "2.5", "3", "3.5", "4");
        assertThat(labels(AxisScale.LINEAR, 0, 7, 6)).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void countsOnlyWholeSteps() {
        assertThat(labels(AxisScale.WHOLE, 0, 2, 8)).containsExactly("0", "1", "2");
        assertThat(labels(AxisScale.WHOLE, 0, 1, 8)).containsExactly("0", "1");
        assertThat(labels(AxisScale.WHOLE, 0, 1234, 3)).containsExactly("0", "500", "1,000");
    }

    @Test
    void marksPowersOfTenWhereALogarithmicAxisIsLong() {
        assertThat(labels(AxisScale.LOG, 0.09, 11, 5)).containsExactly("10⁻¹", "10⁰", "10¹");
        assertThat(labels(AxisScale.LOG, 1e-16, 1, 4)).containsExactly("10⁻¹⁵", "10⁻¹⁰", "10⁻⁵", "10⁰");
    }

    @Test
    void marksDigitsWhereALogarithmicAxisHoldsOnePowerOfTen() {
        assertThat(labels(AxisScale.LOG, 0.15, 8, 5)).containsExactly("0.2", "0.5", "1", "2", "5");
    }

    @Test
    void marksAShortLogarithmicAxisLikeALinearOne() {
        assertThat(labels(AxisScale.LOG, 1.3, 4.2, 6)).containsExactly("1.5", "2", "2.5", "3", "3.5", "4");
    }

    @ParameterizedTest
    @CsvSource({"0, 4.2", "3.21, 4.4", "1.5, 1.5000000000001", "0, 1e30", "0, 1e-12", "7e20, 7.1e20", "-5, 5"})
    void twoTicksNeverHaveOneLabel(double low, double high) {
        for (int about : new int[] {1, 2, 5, 12}) {
            assertThat(labels(AxisScale.LINEAR, low, high, about))
                    .hasSizeBetween(1, 2 * about + 2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void spacesFactorsEvenlyOnALogarithmicAxis() {
        Axis axis = new Axis(AxisScale.LOG, 1, 100);
        assertThat(axis.at(10)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.value(axis.at(37))).isCloseTo(37, within(1e-9));
    }

    @Test
    void decadesHoldWhatIsAboveZeroAndFinite() {
        Axis axis = Axis.decades(0, Double.NaN, Double.POSITIVE_INFINITY, 0.03, 20);
        assertThat(axis.low()).isCloseTo(0.01, within(1e-15));
        assertThat(axis.high()).isCloseTo(100, within(1e-9));
        assertThat(Axis.decades(0).high()).as("nothing to hold").isEqualTo(1);
        assertThat(Axis.decades(5, 1e-40).low())
                .as("sixteen decades are enough")
                .isCloseTo(1e-15, within(1e-20));
        assertThat(Axis.decades(1, 2).with(Axis.decades(1e-5)).low()).isLessThan(2e-5);
    }

    @Test
    void refusesAnAxisWithoutLength() {
        assertThatThrownBy(() -> new Axis(AxisScale.LINEAR, 2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Axis(AxisScale.LOG, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
