package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.plot.RecordingSurface.Box;

/** Points of a chart at the edges of its plot. */
class PlotMarkersTest {
    @Test
    void areWholeAtBothEndsOfTheAxis() {
        double[] steps = {0, 50, 100};
        RecordingSurface surface = paint(steps, new double[] {4, 2, 1});

        List<Box> markers = surface.areas();
        assertThat(markers).hasSize(steps.length);
        double width = markers.get(1).right() - markers.get(1).left();
        assertThat(markers)
                .allSatisfy(marker -> assertThat(marker.right() - marker.left()).isCloseTo(width, within(1e-6)));
    }

    @Test
    void areNotDrawnWhereTheirValueIsOffTheAxis() {
        assertThat(paint(new double[] {10, 50, 200}, new double[] {9, 2, 2}).areas())
                .hasSize(1);
    }

    private static RecordingSurface paint(double[] x, double[] y) {
        RecordingSurface surface = new RecordingSurface(600, 200, 13);
        PlotPainter.paint(
                new Plot(
                        new Plot.Titles("steps", "nats"),
                        new Axis(Axis.AxisScale.LINEAR, 0, 100),
                        new Axis(Axis.AxisScale.LINEAR, 0, 5),
                        List.of(new Plot.Points("", Ink.ORANGE, Marker.DIAMOND, x, y))),
                surface);
        return surface;
    }
}
