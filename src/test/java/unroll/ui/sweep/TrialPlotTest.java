package unroll.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unroll.plot.ParallelPlot;
import unroll.plot.ParallelPlot.Brush;
import unroll.plot.ParallelPlot.LineStyle;
import unroll.plot.ParallelPlot.RunLine;
import unroll.plot.Ticks;
import unroll.sweep.SweepPlan;
import unroll.sweep.SweepTable.Entry;

class TrialPlotTest {
    /** Trials 1 to 6: gru 64, 8, 16, then lstm. */
    private static final String PLAN = """
            {"sweep": 1, "text": {"bundled": "drama.txt"}, "axes": {"cell": ["gru", "lstm"], "hidden": [64, 8, 16]}, "steps": 1}
            """;

    private static final List<Entry> ENTRIES = List.of(
            new Entry(1, "a", 2.0, "done"),
            new Entry(2, "b", 3.0, "done"),
            new Entry(6, "c", Double.NaN, "diverged: no more"));

    private static TrialPlot plot(List<Entry> entries) throws Exception {
        return new TrialPlot(SweepPlan.parse("plan", PLAN.getBytes(StandardCharsets.UTF_8), null), entries);
    }

    @Test
    void thereIsAnAxisForEachSettingThatDiffersAndOneForTheLoss() throws Exception {
        ParallelPlot plot = plot(ENTRIES).plot(Map.of(), null);

        assertThat(plot.columns())
                .extracting(ParallelPlot.Column::title)
                .containsExactly("Cell", "Hidden size", "Validation loss");
        assertThat(plot.columns().get(1).ticks()).extracting(Ticks.Tick::label).containsExactly("8", "16", "64");
        assertThat(plot.lines()).extracting(line -> line.at()[0]).containsExactly(0.0, 0.0, 1.0);
        assertThat(plot.lines()).extracting(line -> line.at()[1]).containsExactly(1.0, 0.0, 0.5);
        assertThat(plot.lines())
                .extracting(RunLine::style)
                .containsExactly(LineStyle.BEST, LineStyle.PLAIN, LineStyle.FAILED);
    }

    @Test
    void aTrialWithoutALossStandsAboveAllOthers() throws Exception {
        assertThat(plot(ENTRIES).plot(Map.of(), null).lines())
                .extracting(line -> line.at()[2])
                .containsExactly(0.0, 0.9, 1.0);
        assertThat(plot(ENTRIES.subList(0, 2)).plot(Map.of(), null).lines())
                .extracting(line -> line.at()[2])
                .containsExactly(0.0, 1.0);
        assertThat(plot(ENTRIES.subList(0, 1))
                        .plot(Map.of(), null)
                        .lines()
                        .get(0)
                        .at()[2])
                .isCloseTo(0, within(1e-9));
        assertThat(plot(ENTRIES.subList(2, 3))
                        .plot(Map.of(), null)
                        .lines()
                        .get(0)
                        .at()[2])
                .isEqualTo(1);
    }

    @Test
    void whatIsNotWithinAllBrushesIsDimmedAndNotPointedAt() throws Exception {
        TrialPlot plot = plot(ENTRIES);
        Map<Integer, Brush> brushes = Map.of(0, new Brush(0, 0.2), 1, new Brush(0.7, 1));

        assertThat(ENTRIES).filteredOn(entry -> plot.isWithin(entry, brushes)).containsExactly(ENTRIES.get(0));
        assertThat(plot.plot(brushes, null).lines())
                .extracting(RunLine::style)
                .containsExactly(LineStyle.BEST, LineStyle.DIMMED, LineStyle.DIMMED);
        ParallelPlot.ColumnLayout layout = plot.layout(600, 300, 13);
        double x = layout.x(1);
        assertThat(plot.nearest(layout, x, layout.y(0), 5, Map.of())).isEqualTo(ENTRIES.get(1));
        assertThat(plot.nearest(layout, x, layout.y(0), 5, brushes)).isNull();
        assertThat(plot.plot(Map.of(), ENTRIES.get(1)).lines().get(1).style()).isEqualTo(LineStyle.POINTED);
    }

    @Test
    void aPlaceOnALineBetweenTwoAxesIsFound() throws Exception {
        TrialPlot plot = plot(ENTRIES);
        ParallelPlot.ColumnLayout layout = plot.layout(600, 300, 13);

        double middle = (layout.x(0) + layout.x(1)) / 2;
        assertThat(plot.nearest(layout, middle, layout.y(0.5), 2, Map.of())).isEqualTo(ENTRIES.get(0));
        assertThat(plot.nearest(layout, middle, layout.y(0.25), 2, Map.of())).isNull();
        assertThat(layout.columnAt(layout.x(2) + 5)).hasValue(2);
        assertThat(layout.columnAt(middle)).isEmpty();
        assertThat(layout.at(layout.y(0.3))).isCloseTo(0.3, within(1e-12));
    }
}
