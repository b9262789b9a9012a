package unroll.session.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.plot.Axis.AxisScale;
import unroll.plot.Plot;
import unroll.plot.Plot.Curve;
import unroll.plot.Plot.Points;
import unroll.plot.Plot.Reference;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;
import unroll.train.Clipping;

class CurvePlotsTest {
    private static final CurvePlots.Options BY_STEP = new CurvePlots.Options(XAxis.STEP, AxisScale.LINEAR);
    private static final int SYMBOLS = 65;
    private static final double GUESSING = Math.log(SYMBOLS);

    private final Curves.View curves = new Curves.View(
            List.of(point(100, 4.0), point(200, 2.0)),
            List.of(point(100, 3.0), point(200, 1.0)),
            List.of(point(200, 2.2)),
            List.of(point(200, 0.5)),
            List.of(point(200, 0.25)));

    @Test
    void drawsNothingBeforeTheFirstStep() {
        Curves.View empty = new Curves.View(List.of(), List.of(), List.of(), List.of(), List.of());
        assertThat(CurvePlots.loss(empty, BY_STEP, SYMBOLS)).isEmpty();
        assertThat(CurvePlots.gradient(empty, BY_STEP, Clipping.DEFAULT)).isEmpty();
        assertThat(CurvePlots.accuracy(empty, BY_STEP)).isEmpty();
    }

    @Test
    void showsCurveValidationAndTheLossOfGuessing() {
        Plot drawing = CurvePlots.loss(curves, BY_STEP, SYMBOLS).orElseThrow();
        assertThat(drawing.marks(Curve.class)).hasSize(2);
        assertThat(drawing.marks(Points.class).get(0).y()).containsExactly(2.2);
        assertThat(drawing.marks(Reference.class).get(0).name()).isEqualTo("random guessing\n(ln 65 = 4.17)");
        assertThat(drawing.x().high()).isEqualTo(200);
        assertThat(drawing.y().low()).isLessThan(2.0);
        assertThat(drawing.y().high()).isGreaterThan(GUESSING);
    }

    @Test
    void showsAccuracyInPercentOverTheFootOfTheLoss() {
        Plot drawing = CurvePlots.accuracy(curves, BY_STEP).orElseThrow();
        assertThat(drawing.marks(Points.class).get(0).y()).containsExactly(25);
        assertThat(drawing.marks(Points.class).get(1).y()).containsExactly(50);
        assertThat(drawing.y().low()).isBetween(-10.0, 0.0);
        assertThat(drawing.y().high()).isBetween(100.0, 110.0);
        assertThat(drawing.x())
                .isEqualTo(
                        CurvePlots.loss(curves, BY_STEP, SYMBOLS).orElseThrow().x());
    }

    @Test
    void countsEpochsAndMinutesAlongTheFoot() {
        assertThat(CurvePlots.loss(curves, new CurvePlots.Options(XAxis.EPOCH, AxisScale.LINEAR), SYMBOLS)
                        .orElseThrow()
                        .x()
                        .high())
                .isEqualTo(2.0);
        assertThat(CurvePlots.loss(curves, new CurvePlots.Options(XAxis.MINUTE, AxisScale.LINEAR), SYMBOLS)
                        .orElseThrow()
                        .x()
                        .high())
                .isEqualTo(0.1);
    }

    @Test
    void keepsALogarithmicAxisAboveZero() {
        Curves.View learned = new Curves.View(List.of(point(1, 0.0)), List.of(), List.of(), List.of(), List.of());
        Plot drawing = CurvePlots.loss(learned, new CurvePlots.Options(XAxis.STEP, AxisScale.LOG), SYMBOLS)
                .orElseThrow();
        assertThat(drawing.y().low()).isPositive();
    }

    @Test
    void drawsANearClipLineAndNamesAFarOne() {
        Plot near = CurvePlots.gradient(curves, BY_STEP, Clipping.norm(5)).orElseThrow();
        assertThat(near.y().high()).isGreaterThan(5);
        assertThat(near.marks(Reference.class).get(0).name()).isEqualTo("clipping\nthreshold 5");
        Plot far = CurvePlots.gradient(curves, BY_STEP, Clipping.norm(50)).orElseThrow();
        assertThat(far.y().high()).isLessThan(5);
        assertThat(far.marks(Reference.class).get(0).name()).isEqualTo("clipping\nthreshold 50\n(off scale)");
    }

    @Test
    void drawsNoClipLineWhereNothingIsClippedByNorm() {
        assertThat(CurvePlots.gradient(curves, BY_STEP, Clipping.off())
                        .orElseThrow()
                        .marks(Reference.class))
                .isEmpty();
    }

    private static Point point(long step, double value) {
        return new Point(step, step / 100.0, step * 0.03, value, value - 0.1, value + 0.1, value);
    }
}
