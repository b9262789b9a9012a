package unroll.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;
import unroll.ui.chart.Drawing.Line;

class RacePlotTest {
    private static final double GUESSING = Math.log(65);

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
        assertThat(RacePlot.of(List.of(), XAxis.STEP, Double.NaN)).isEmpty();
        assertThat(RacePlot.of(List.of(blank, blank), XAxis.STEP, GUESSING)).isEmpty();
    }

    @Test
    void eachHasALineAndMarksOfItsOwn() {
        List<RacingCurve> four = List.of(
                racer("a", List.of(4.0, 3.0), List.of(3.1)),
                racer("b", List.of(4.0, 2.0), List.of(2.1)),
                racer("c", List.of(4.0), List.of()),
                racer("d", List.of(4.0, 2.5), List.of(2.6)));
        Drawing drawing = RacePlot.of(four, XAxis.STEP, GUESSING).orElseThrow();

        assertThat(drawing.lines()).hasSize(8);
        assertThat(drawing.lines()).extracting(Line::stroke).doesNotHaveDuplicates();
        assertThat(drawing.lines().stream().map(Line::ink).distinct()).hasSize(4);
        assertThat(drawing.lines().get(3).y()).containsExactly(2.1);
        assertThat(drawing.x().high()).as("the longest of them").isEqualTo(200);
        assertThat(drawing.y().low()).isBetween(1.5, 2.1);
        assertThat(drawing.guides().get(0).name()).isEqualTo("guessing: ln V = 4.17");
    }

    @Test
    void whatRunsAwayDoesNotPressTheOthersDown() {
        List<RacingCurve> two = List.of(
                racer("tame", List.of(4.0, 2.0), List.of()), racer("wild", List.of(4.0, 1e9), List.of(Double.NaN)));
        Drawing drawing = RacePlot.of(two, XAxis.MINUTE, GUESSING).orElseThrow();
        assertThat(drawing.y().high()).isBetween(GUESSING, 1.5 * GUESSING);
        assertThat(drawing.x().high()).isEqualTo(20 / 60.0);
    }

    @Test
    void saysTheLossesOfAllAtAPlace() {
        List<RacingCurve> two =
                List.of(racer("GRU", List.of(4.0, 3.0), List.of(3.1)), racer("LSTM", List.of(3.5, 2.5), List.of()));
        assertThat(RacePlot.reading(two, XAxis.STEP, 190))
                .isEqualTo("GRU, step 200: 3.000 · validation 3.100\nLSTM, step 200: 2.500");
    }

    @Test
    void dashesGrowWithTheText() {
        assertThat(DashPatterns.of(Drawing.Stroke.STRONG, 13)).isEmpty();
        double[] small = DashPatterns.of(Drawing.Stroke.DASH_DOTTED, 10);
        double[] large = DashPatterns.of(Drawing.Stroke.DASH_DOTTED, 20);
        for (int i = 0; i < small.length; i++) {
            assertThat(large[i]).isEqualTo(2 * small[i]);
        }
    }
}
