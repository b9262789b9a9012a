package unroll.ui.lens.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import unroll.lens.GradientFlow;
import unroll.message.Formats;
import unroll.plot.Axis;
import unroll.plot.Ink;
import unroll.plot.Plot;
import unroll.plot.Plot.Mark;
import unroll.plot.Plot.Stroke;
import unroll.plot.PlotPainter;
import unroll.ui.control.CanvasPane;
import unroll.ui.lens.LayerNames;

/**
 * The norm of the gradient against steps from the loss of a single step, the way the gradient flows; a curve for each layer and
 * direction. Its scale grows to hold all that is shown in a run.
 */
final class DecayChart extends CanvasPane {
    private static final double HEIGHT_EM = 12.5;
    /** With the four colors there are twelve curves that differ in both. */
    private static final List<Stroke> STROKES = List.of(Stroke.STRONG, Stroke.DASHED, Stroke.DOTTED);

    private @Nullable Plot plot;
    private @Nullable Axis norms;

    DecayChart() {
        setId("decay-chart");
        setHeightEm(HEIGHT_EM);
    }

    void show(GradientFlow now) {
        Axis all = FlowMap.norms(now).with(norms);
        norms = all;
        plot = plot(now, all);
        double[] top = now.away(now.rows().size() - 1);
        setAccessibleText(String.format(
                Locale.ROOT,
                "Norm of the gradient in the highest layer: %s at the step of the loss, %s %d steps from it",
                Formats.number(top[0]),
                Formats.number(top[top.length - 1]),
                top.length - 1));
        redraw();
    }

    /** What comes next is of another run. */
    void restartScale() {
        norms = null;
    }

    static Plot plot(GradientFlow flow, Axis norms) {
        int rows = flow.rows().size();
        int farthest =
                IntStream.range(0, rows).map(row -> flow.away(row).length).max().orElse(1);
        List<Mark> marks = new ArrayList<>();
        if (flow.sourceSteps() > 0) {
            marks.add(new Plot.Divider(flow.lossStep() - flow.sourceSteps() + 0.5, "encoder"));
        }
        for (int row = rows - 1; row >= 0; row--) {
            String name = rows == 1 ? "" : LayerNames.of(flow, row);
            marks.add(curve(name, row, flow.away(row), norms));
        }
        String title = LayerNames.isBidirectional(flow) ? "steps from the loss" : "steps back from the loss";
        return new Plot(Plot.Titles.ofX(title), Axis.upTo(Axis.AxisScale.WHOLE, farthest - 1), norms, marks);
    }

    /** As far as the norms are numbers; zeros lie on the x axis. */
    private static Plot.Curve curve(String name, int row, double[] away, Axis norms) {
        int finite = 0;
        while (finite < away.length && Double.isFinite(away[finite])) {
            finite++;
        }
        double[] y = Arrays.stream(away)
                .limit(finite)
                .map(norm -> Math.max(norm, norms.low()))
                .toArray();
        double[] x = IntStream.range(0, finite).mapToDouble(step -> step).toArray();
        return new Plot.Curve(name, Ink.series(row), STROKES.get(row % STROKES.size()), x, y);
    }

    @Override
    protected void draw(GraphicsContext g) {
        Plot shown = plot;
        if (shown != null) {
            PlotPainter.paint(shown, surface(g));
        }
    }
}
