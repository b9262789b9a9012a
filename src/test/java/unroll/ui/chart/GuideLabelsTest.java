package unroll.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;
import unroll.ui.chart.Axis.Scale;
import unroll.ui.chart.Drawing.Guide;
import unroll.ui.chart.Drawing.Ink;
import unroll.ui.chart.Drawing.Line;
import unroll.ui.chart.Drawing.Stroke;

class GuideLabelsTest {
    private static final double EM = 10;
    private static final double WIDTH = 100;
    /** 1000 pixels for 0 to 100, 400 pixels for 0 to 4. */
    private static final PlotArea FRAME =
            new PlotArea(new Axis(Scale.LINEAR, 0, 100), new Axis(Scale.LINEAR, 0, 4), 0, 0, 1000, 400);

    private static GuideLabels over(double... losses) {
        double[] x = new double[losses.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 100.0 * i / (x.length - 1);
        }
        return new GuideLabels(FRAME, List.of(new Line(Ink.LOSS, Stroke.STRONG, x, losses)), EM);
    }

    @Test
    void standAtTheRightEndOfTheirLine() {
        Bounds box = over(4, 1).place(new Guide(3, "3"), WIDTH).orElseThrow();
        assertThat(box.getMaxX()).isEqualTo(1000 - 3);
        assertThat(box.getMaxY()).isEqualTo(100);
    }

    @Test
    void keepClearOfTheCurve() {
        GuideLabels labels = over(4, 2, 2.05, 2.05);
        assertThat(labels.place(new Guide(3, "3"), WIDTH).orElseThrow().getMaxX())
                .isEqualTo(997);
        Bounds below = labels.place(new Guide(2, "2"), WIDTH).orElseThrow();
        assertThat(below.getMinY())
                .as("below the line, above which the curve is")
                .isEqualTo(200);
        Bounds left = labels.place(new Guide(2.06, "2.06"), WIDTH).orElseThrow();
        assertThat(left.getMaxY()).as("above its line").isLessThan(200);
    }

    @Test
    void areLeftOutWhereTheCurveIsEverywhere() {
        GuideLabels labels = over(2, 2.2, 2, 2.2, 2, 2.2, 2, 2.2, 2, 2.2, 2, 2.2, 2, 2.2, 2, 2.2, 2, 2.2, 2, 2.2);
        assertThat(labels.place(new Guide(2.1, "the first one"), WIDTH)).isPresent();
        assertThat(labels.place(new Guide(2.05, "2.05"), WIDTH)).isEmpty();
    }

    @Test
    void doNotCoverOneAnother() {
        GuideLabels labels = over(4, 0.5);
        Bounds first = labels.place(new Guide(2, "2"), WIDTH).orElseThrow();
        Bounds second = labels.place(new Guide(1.95, "1.95"), WIDTH).orElseThrow();
        assertThat(first.intersects(second)).isFalse();
        Bounds third = labels.place(new Guide(1.98, "1.98"), WIDTH).orElseThrow();
        assertThat(third.getMaxX()).as("farther left").isLessThan(first.getMinX());
    }

    @Test
    void standBelowALineAtTheTop() {
        Bounds box = over(1, 1).place(new Guide(9, "far above"), WIDTH).orElseThrow();
        assertThat(box.getMinY()).isZero();
    }
}
