package unroll.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.lens.ngram.NGramLosses;
import unroll.plot.Axis.AxisScale;
import unroll.plot.Plot;
import unroll.plot.Plot.Reference;
import unroll.session.plot.CurvePlots;
import unroll.session.plot.XAxis;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;
import unroll.session.run.CurvesCsv;

class NGramLinesTest {
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
    void laysOnlyThoseNGramsOverTheLossThatAreInSight() {
        Plot loss = CurvePlots.loss(curves, BY_STEP, SYMBOLS).orElseThrow();
        NGramLosses ngrams = new NGramLosses(List.of(GUESSING, 3.3, 2.5, 1.2), 100, 10);
        assertThat(NGramLines.over(loss, ngrams, 4).marks(Reference.class))
                .extracting(Reference::name)
                .containsExactly("random guessing\n(ln 65 = 4.17)", "unigrams 3.30", "bigrams 2.50");
        assertThat(NGramLines.over(loss, null, 4)).isSameAs(loss);
    }

    @Test
    void stressesTheNextTwoRungsOfTheLadder() {
        Plot loss = CurvePlots.loss(curves, BY_STEP, SYMBOLS).orElseThrow();
        NGramLosses ngrams = new NGramLosses(List.of(GUESSING, 3.3, 2.5, 2.2, 2.1), 100, 10);
        assertThat(stressed(NGramLines.over(loss, ngrams, 4))).containsExactly("unigrams 3.30", "bigrams 2.50");
        assertThat(stressed(NGramLines.over(loss, ngrams, 2.6))).containsExactly("bigrams 2.50", "trigrams 2.20");
        assertThat(stressed(NGramLines.over(loss, ngrams, 2.15))).containsExactly("4-grams 2.10");
        assertThat(stressed(NGramLines.over(loss, ngrams, 1))).isEmpty();
        assertThat(NGramLines.over(loss, ngrams, 4)
                        .marks(Reference.class)
                        .get(3)
                        .explanation())
                .contains("n = 3", "trigrams", "2.200 nats");
    }

    private static List<String> stressed(Plot plot) {
        return plot.marks(Reference.class).stream()
                .filter(Reference::stressed)
                .map(Reference::name)
                .toList();
    }

    @Test
    void writesOneLineAStep() {
        assertThat(CurvesCsv.withRanges(curves).lines())
                .containsExactly(
                        "step,epoch,seconds,train_loss,train_loss_low,train_loss_high,gradient_norm,validation_loss,accuracy,exact_match,real_words",
                        "100,1.00000,3.00000,4.00000,3.90000,4.10000,3.00000,,,,",
                        "200,2.00000,6.00000,2.00000,1.90000,2.10000,1.00000,2.20000,0.500000,0.250000,");
    }

    private static Point point(long step, double value) {
        return new Point(step, step / 100.0, step * 0.03, value, value - 0.1, value + 0.1, value);
    }
}
