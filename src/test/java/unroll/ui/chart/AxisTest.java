package unroll.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import unroll.ui.chart.Axis.Scale;

class AxisTest {
    @Test
    void marksMultiplesOfOneTwoOrFive() {
        assertThat(new Axis(Scale.LINEAR, 0, 100).ticks(5)).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(new Axis(Scale.LINEAR, 1.3, 4.2).ticks(6)).containsExactly(1.5, 2.0, 2.5, 3.0, 3.5, 4.0);
        assertThat(new Axis(Scale.LINEAR, 0, 7).ticks(6)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
    }

    @Test
    void marksDecadesWhereALogarithmicAxisIsLong() {
        assertThat(new Axis(Scale.LOG, 0.1, 10).ticks(5)).containsExactly(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0);
    }

    @Test
    void marksAShortLogarithmicAxisLikeALinearOne() {
        assertThat(new Axis(Scale.LOG, 1.3, 4.2).ticks(6)).containsExactly(1.5, 2.0, 2.5, 3.0, 3.5, 4.0);
    }

    @Test
    void spacesFactorsEvenlyOnALogarithmicAxis() {
        Axis axis = new Axis(Scale.LOG, 1, 100);
        assertThat(axis.at(10)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.value(axis.at(37))).isCloseTo(37, within(1e-9));
    }

    @Test
    void refusesAnAxisWithoutLength() {
        assertThatThrownBy(() -> new Axis(Scale.LINEAR, 2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Axis(Scale.LOG, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void labelsShortlyAndExactly() {
        assertThat(Axis.label(0.30000000000000004)).isEqualTo("0.3");
        assertThat(Axis.label(1500)).isEqualTo("1,500");
        assertThat(Axis.label(120_000)).isEqualTo("120k");
        assertThat(Axis.label(2_500_000)).isEqualTo("2.5M");
        assertThat(Axis.label(5e21)).isEqualTo("5e+21");
        assertThat(Axis.label(0)).isEqualTo("0");
    }
}
