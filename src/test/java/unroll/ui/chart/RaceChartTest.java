package unroll.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.plot.Plot;
import unroll.plot.Plot.Curve;
import unroll.plot.Plot.Points;
import unroll.plot.Plot.Reference;
import unroll.session.plot.XAxis;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;

class RaceChartTest {
    private static final int SYMBOLS = 65;
    private static final double GUESSING = Math.log(SYMBOLS);

    /** With 100 steps between two points; the seconds are a tenth of the steps. */
    private static RacingCurve racer(String name, List<Double> training, List<Double> validation) {
        return new RacingCurve(
                name, new Curves.View(points(training), List.of(), points(validation), List.of(), List.of()));
    }

    private static List<Point> points(List<Double> losses) {
        return IntStream.range(0, losses.size())
                .mapToObj(i -> {
                    long step = 100L * (i + 1);
                    double loss = losses.get(i);
                    return new Point(step, step / 50.0, step / 10.0, loss, loss, loss, loss);
                })
                .toList();
    }

    @Test
    void drawsNothingBeforeTheFirstStep() {
        RacingCurve blank = racer("GRU", List.of(), List.of());
        assertThat(RaceChart.plot(List.of(), XAxis.STEP, 0)).isEmpty();
        assertThat(RaceChart.plot(List.of(blank, blank), XAxis.STEP, SYMBOLS)).isEmpty();
    }

    @Test
    void eachHasALineAndMarksOfItsOwn() {
        List<RacingCurve> four = List.of(
                racer("a", List.of(4.0, 3.0), List.of(3.1)),
                racer("b", List.of(4.0, 2.0), List.of(2.1)),
                racer("c", List.of(4.0), List.of()),
                racer("d", List.of(4.0, 2.5), List.of(2.6)));
        Plot drawing = RaceChart.plot(four, XAxis.STEP, SYMBOLS).orElseThrow();

        assertThat(drawing.marks(Curve.class)).hasSize(4);
        assertThat(drawing.marks(Curve.class)).extracting(Curve::stroke).doesNotHaveDuplicates();
        assertThat(drawing.marks(Curve.class)).extracting(Curve::ink).doesNotHaveDuplicates();
        assertThat(drawing.marks(Points.class)).extracting(Points::marker).doesNotHaveDuplicates();
        assertThat(drawing.marks(Points.class).get(1).y()).containsExactly(2.1);
        assertThat(drawing.x().high()).as("the longest of them").isEqualTo(200);
        assertThat(drawing.y().low()).isBetween(1.5, 2.1);
        assertThat(drawing.marks(Reference.class).get(0).name()).isEqualTo("random guessing\n(ln 65 = 4.17)");
    }

    @Test
    void whatRunsAwayDoesNotPressTheOthersDown() {
        List<RacingCurve> two = List.of(
                racer("tame", List.of(4.0, 2.0), List.of()), racer("wild", List.of(4.0, 1e9), List.of(Double.NaN)));
        Plot drawing = RaceChart.plot(two, XAxis.MINUTE, SYMBOLS).orElseThrow();
        assertThat(drawing.y().high()).isBetween(GUESSING, 1.5 * GUESSING);
        assertThat(drawing.x().high()).isEqualTo(20 / 60.0);
    }

    @Test
    void saysTheLossesOfAllAtAPlace() {
        List<RacingCurve> two =
                List.of(racer("GRU", List.of(4.0, 3.0), List.of(3.1)), racer("LSTM", List.of(3.5, 2.5), List.of()));
        assertThat(RaceChart.reading(two, XAxis.STEP, 190))
                .isEqualTo("GRU, step 200: 3.000 · validation 3.100\nLSTM, step 200: 2.500");
    }
}
