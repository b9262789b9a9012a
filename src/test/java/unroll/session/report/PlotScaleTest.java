package unroll.session.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotScaleTest {
    @ParameterizedTest
    @CsvSource({"0, 4.2", "3.21, 4.4", "0, 0", "2, 2", "1.5, 1.5000000000001", "0, 1e30", "0, 1e-12", "7e20, 7.1e20"})
    void holdsItsValuesBetweenAFewMarks(double low, double high) {
        PlotScale scale = PlotScale.around(low, high, 5);
        List<Double> marks = scale.marks();
        assertThat(scale.at(low)).isBetween(-1e-9, 1.0);
        assertThat(scale.at(high)).isBetween(0.0, 1 + 1e-9);
        assertThat(marks).hasSizeBetween(2, 10).doesNotHaveDuplicates().isSorted();
        assertThat(scale.at(marks.get(0))).isBetween(-1e-6, 1e-6);
    }
}
