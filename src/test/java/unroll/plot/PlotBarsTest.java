package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.plot.RecordingSurface.Box;

/** Bars of a chart, in wide and narrow places. */
class PlotBarsTest {
    private static final double[] PLACES = {1, 2, 4};
    private static final double[] PERCENTS = {100, 0, 50};

    @ParameterizedTest
    @ValueSource(ints = {4, 40, 400})
    void standOnTheAxisApartFromEachOtherAsHighAsTheirValues(int places) {
        RecordingSurface surface = new RecordingSurface(600, 200, 13);
        Plot plot = new Plot(
                new Plot.Titles("place", "% right"),
                new Axis(Axis.AxisScale.WHOLE, 0.5, places + 0.5),
                new Axis(Axis.AxisScale.LINEAR, 0, 100),
                List.of(new Plot.Bars("", Ink.BLUE, PLACES, PERCENTS)));

        PlotLayout layout = PlotPainter.paint(plot, surface);

        List<Box> bars = surface.areas();
        assertThat(bars).hasSize(PLACES.length);
        for (int i = 0; i < PLACES.length; i++) {
            Box bar = bars.get(i);
            assertThat((bar.left() + bar.right()) / 2).isCloseTo(layout.px(PLACES[i]), within(1e-6));
            assertThat(bar.bottom()).isEqualTo(layout.bottom());
            assertThat(bar.top()).isCloseTo(layout.py(PERCENTS[i]), within(2.0));
            assertThat(bar.bottom() - bar.top()).as("seen").isGreaterThanOrEqualTo(2);
            assertThat(bar.right() - bar.left()).isPositive().isLessThan(layout.px(2) - layout.px(1));
        }
    }
}
