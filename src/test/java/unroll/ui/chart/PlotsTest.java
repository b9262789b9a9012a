package unroll.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.lens.ngram.NGramLosses;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;
import unroll.train.Clipping;
import unroll.ui.chart.Axis.Scale;

class PlotsTest {
    private static final Plots.Options BY_STEP = new Plots.Options(XAxis.STEP, Scale.LINEAR);
    private static final double GUESSING = Math.log(65);

    private final Curves.View curves = new Curves.View(
            List.of(point(100, 4.0), point(200, 2.0)),
            List.of(point(100, 3.0), point(200, 1.0)),
            List.of(point(200, 2.2)),
            List.of(point(200, 0.5)),
            List.of(point(200, 0.25)));

    @Test
    void drawsNothingBeforeTheFirstStep() {
        Curves.View empty = new Curves.View(List.of(), List.of(), List.of(), List.of(), List.of());
        assertThat(Plots.loss(empty, BY_STEP, GUESSING)).isEmpty();
        assertThat(Plots.gradient(empty, BY_STEP, Clipping.DEFAULT)).isEmpty();
        assertThat(Plots.accuracy(empty, BY_STEP)).isEmpty();
    }

    @Test
    void showsCurveValidationAndTheLossOfGuessing() {
        Drawing drawing = Plots.loss(curves, BY_STEP, GUESSING).orElseThrow();
        assertThat(drawing.lines()).hasSize(3);
        assertThat(drawing.lines().get(2).y()).containsExactly(2.2);
        assertThat(drawing.guides().get(0).name()).isEqualTo("guessing: ln V = 4.17");
        assertThat(drawing.x().high()).isEqualTo(200);
        assertThat(drawing.y().low()).isLessThan(2.0);
        assertThat(drawing.y().high()).isGreaterThan(GUESSING);
    }

    @Test
    void showsAccuracyInPercentOverTheFootOfTheLoss() {
        Drawing drawing = Plots.accuracy(curves, BY_STEP).orElseThrow();
        assertThat(drawing.lines().get(0).y()).containsExactly(25);
        assertThat(drawing.lines().get(1).y()).containsExactly(50);
        assertThat(drawing.y().low()).isBetween(-10.0, 0.0);
        assertThat(drawing.y().high()).isBetween(100.0, 110.0);
        assertThat(drawing.x())
                .isEqualTo(Plots.loss(curves, BY_STEP, GUESSING).orElseThrow().x());
    }

    @Test
    void laysOnlyThoseNGramsOverTheLossThatAreInSight() {
        Drawing loss = Plots.loss(curves, BY_STEP, GUESSING).orElseThrow();
        NGramLosses ngrams = new NGramLosses(List.of(GUESSING, 3.3, 2.5, 1.2), 100, 10);
        assertThat(NGramLines.over(loss, ngrams).guides().stream().map(Drawing.Guide::name))
                .containsExactly("guessing: ln V = 4.17", "unigrams 3.30", "bigrams 2.50");
        assertThat(NGramLines.over(loss, null)).isSameAs(loss);
    }

    @Test
    void countsEpochsAndMinutesAlongTheFoot() {
        assertThat(Plots.loss(curves, new Plots.Options(XAxis.EPOCH, Scale.LINEAR), GUESSING)
                        .orElseThrow()
                        .x()
                        .high())
                .isEqualTo(2.0);
        assertThat(Plots.loss(curves, new Plots.Options(XAxis.MINUTE, Scale.LINEAR), GUESSING)
                        .orElseThrow()
                        .x()
                        .high())
                .isEqualTo(0.1);
    }

    @Test
    void keepsALogarithmicAxisAboveZero() {
        Curves.View learnt = new Curves.View(List.of(point(1, 0.0)), List.of(), List.of(), List.of(), List.of());
        Drawing drawing = Plots.loss(learnt, new Plots.Options(XAxis.STEP, Scale.LOG), GUESSING)
                .orElseThrow();
        assertThat(drawing.y().low()).isPositive();
    }

    @Test
    void drawsANearClipLineAndNamesAFarOne() {
        Drawing near = Plots.gradient(curves, BY_STEP, Clipping.norm(5)).orElseThrow();
        assertThat(near.y().high()).isGreaterThan(5);
        assertThat(near.guides().get(0).name()).isEqualTo("clipped to 5");
        Drawing far = Plots.gradient(curves, BY_STEP, Clipping.norm(50)).orElseThrow();
        assertThat(far.y().high()).isLessThan(5);
        assertThat(far.guides().get(0).name()).isEqualTo("clipped to 50, above this chart");
    }

    @Test
    void drawsNoClipLineWhereNothingIsClippedByNorm() {
        assertThat(Plots.gradient(curves, BY_STEP, Clipping.off()).orElseThrow().guides())
                .isEmpty();
    }

    @Test
    void writesOneLineAStep() {
        assertThat(CurveTable.csv(curves).lines())
                .containsExactly(
                        "step,epoch,seconds,train_loss,train_loss_low,train_loss_high,gradient_norm,validation_loss,accuracy,exact_match",
                        "100,1.00000,3.00000,4.00000,3.90000,4.10000,3.00000,,,",
                        "200,2.00000,6.00000,2.00000,1.90000,2.10000,1.00000,2.20000,0.500000,0.250000");
    }

    private static Point point(long step, double value) {
        return new Point(step, step / 100.0, step * 0.03, value, value - 0.1, value + 0.1, value);
    }
}
