package unroll.cli.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import unroll.lens.ngram.NGramLosses;
import unroll.session.run.Curves;
import unroll.session.run.Curves.Point;

class LossChartTest {
    private static final TerminalStyle PLAIN = new TerminalStyle(false, true);

    private static List<String> draw(Curves.View curves, NGramLosses ngrams, int columns, int rows) {
        return new LossChart(curves, ngrams, PLAIN)
                .draw(columns, rows).stream()
                        .map(AttributedString::toString)
                        .map(String::stripTrailing)
                        .toList();
    }

    private static Curves.View curve(double... losses) {
        List<Point> points = LongStream.rangeClosed(1, losses.length)
                .mapToObj(step -> States.point(step, losses[(int) step - 1]))
                .toList();
        return new Curves.View(points, List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void eachColumnIsAsHighAsItsLoss() {
        assertThat(draw(curve(4, 3.5, 3, 2.5, 2, 1.5, 1, 0.5), null, 12, 4))
                .containsExactly(
                        "    █▄", //
                        "    ██▇▃", //
                        "  2 ████▆▂", //
                        "    ██████▅▁");
    }

    @Test
    void linesOfNGramsAppearWhereTheCurveHasFallenBelowThem() {
        NGramLosses ngrams = new NGramLosses(List.of(4.0, 3.0, 2.0), 1000, 100);

        assertThat(draw(curve(4, 3.6, 3.2, 2.8, 2.4, 2.0, 1.8, 1.8), ngrams, 60, 9))
                .containsExactly(
                        "     █▆▄▁ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─  ln V 4.00",
                        "     ████▇▅▃",
                        "     ████████▆▄▂",
                        "   3 ████████████▅▃▁─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─  unigrams 3.00",
                        "     ███████████████▇▄▂",
                        "     ███████████████████▆▃▁",
                        "   2 ██████████████████████▇▅▃─ ─ ─ ─ ─ ─ ─ ─  bigrams 2.00",
                        "     ██████████████████████████▇▆▅▄▃▃▃▃▃▃▃▃▃▃▃",
                        "                         5                   8");
    }

    @Test
    void ofLinesThatLieTogetherTheLowerOrdersHaveLabels() {
        NGramLosses ngrams = new NGramLosses(List.of(4.0, 3.0, 2.0, 1.99, 1.98, 1.97, 1.985), 1000, 100);

        assertThat(draw(curve(4, 3, 2, 1.5), ngrams, 60, 12).stream()
                        .map(line -> line.replaceFirst(".* {2}|.* (?=[0-9]-)", ""))
                        .filter(label -> label.matches("[a-zV0-9 -]+ [0-9.]+")))
                .containsExactly("ln V 4.00", "unigrams 3.00", "bigrams 2.00", "trigrams 1.99");
    }

    @Test
    void aDivergedCurveHasNoLinesOfNGrams() {
        NGramLosses ngrams = new NGramLosses(List.of(4.0, 3.0), 1000, 100);

        assertThat(draw(curve(4, 1e6), ngrams, 60, 8)).noneMatch(line -> line.contains("unigrams"));
        assertThat(draw(curve(4, 3.5), ngrams, 60, 8)).anyMatch(line -> line.contains("unigrams 3.00"));
    }

    @Test
    void lossesThatAreNoNumbersAreLeftOut() {
        assertThat(draw(curve(2, Double.NaN, Double.POSITIVE_INFINITY, 2), null, 9, 1))
                .containsExactly("   ██████");
    }

    @Test
    void validationsArePointsAtTheirStep() {
        Curves.View losses = curve(2, 2, 2, 2);
        Curves.View measured =
                new Curves.View(losses.trainLoss(), List.of(), List.of(States.point(3, 2.5)), List.of(), List.of());

        assertThat(draw(measured, null, 9, 3)).containsExactly("      •", "", " 2 ▁▁▁▁▁▁");
    }

    @Test
    void aCurveWithMorePointsThanColumnsIsAveraged() {
        double[] losses = new double[4000];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = i % 2 == 0 ? 1 : 3;
        }

        assertThat(LossChart.columns(curve(losses).trainLoss(), 40, 4000)).containsOnly(2.0);
    }
}
