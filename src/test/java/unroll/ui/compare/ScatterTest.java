package unroll.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.plot.Axis;
import unroll.plot.Marker;
import unroll.session.report.ReportColumn;
import unroll.session.report.RunRow;
import unroll.session.report.RunTable;

class ScatterTest {
    @TempDir
    private Path folder;

    private List<RunRow> runs(String rows) throws Exception {
        Path file = folder.resolve("runs.csv");
        Files.writeString(file, "cell,hidden,validation_loss\n" + rows);
        return RunTable.read(file);
    }

    private static Scatter scatter(List<RunRow> runs, Axis.AxisScale foot) {
        return Scatter.of(runs, ReportColumn.HIDDEN, ReportColumn.VALIDATION_LOSS, foot)
                .orElseThrow();
    }

    @Test
    void leavesOutRunsWithoutTheNumbers() throws Exception {
        List<RunRow> runs = runs("gru,8,2\nlstm,,2\nlstm,16,\nelman,32,3\n");
        assertThat(scatter(runs, Axis.AxisScale.LINEAR).dots())
                .extracting(Scatter.Dot::x)
                .containsExactly(8.0, 32.0);
        assertThat(Scatter.of(runs, ReportColumn.ACCURACY, ReportColumn.HIDDEN, Axis.AxisScale.LINEAR))
                .isEmpty();
    }

    @Test
    void everyDotLiesWithinItsAxes() throws Exception {
        for (String rows : List.of("gru,8,2\ngru,512,1\n", "gru,8,2\n", "gru,0,0\n", "gru,1,-2\ngru,1,5\n")) {
            for (Axis.AxisScale foot : Axis.AxisScale.values()) {
                Scatter scatter = scatter(runs(rows), foot);
                assertThat(scatter.dots()).allSatisfy(dot -> {
                    assertThat(scatter.x().at(dot.x())).as(rows).isBetween(0.01, 0.99);
                    assertThat(scatter.y().at(dot.y())).as(rows).isBetween(0.01, 0.99);
                });
            }
        }
    }

    @Test
    void spacesByFactorsOnlyWhatIsAboveZero() throws Exception {
        assertThat(scatter(runs("gru,8,2\ngru,64,2\n"), Axis.AxisScale.LOG).x().scale())
                .isEqualTo(Axis.AxisScale.LOG);
        assertThat(scatter(runs("gru,0,2\ngru,64,2\n"), Axis.AxisScale.LOG).x().scale())
                .isEqualTo(Axis.AxisScale.LINEAR);
    }

    @Test
    void everyCellHasAMarkOfItsOwn() {
        assertThat(Cells.all().stream().map(Cell::name).map(Scatter::marker))
                .doesNotHaveDuplicates()
                .doesNotContain(Marker.CROSS);
        assertThat(Scatter.marker("=unknown")).isEqualTo(Marker.CROSS);
    }
}
