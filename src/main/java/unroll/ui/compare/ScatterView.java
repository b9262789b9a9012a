package unroll.ui.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import unroll.plot.PlotLayout;
import unroll.plot.PlotPainter;
import unroll.session.report.RunRow;
import unroll.ui.compare.Scatter.Dot;
import unroll.ui.control.PointableParts;

/** A scatter that says which run a dot is: under the pointer, or chosen by a click, the arrow keys or the table. */
final class ScatterView extends PointableParts<Dot> {
    private static final double REACH_EM = 1.2;
    private static final String EMPTY = "No run has both of these numbers. Choose others above.";

    private final ObjectProperty<@Nullable RunRow> chosen = new SimpleObjectProperty<>();
    private @Nullable Scatter shown;
    private @Nullable PlotLayout layout;

    ScatterView() {
        super("compare-chart");
        getStyleClass().add("chart-view");
        setTitle("Runs as dots.");
        setOnMouseClicked(event -> pick());
        chosen.subscribe(run -> redraw());
    }

    /** The run that is ringed, or null. */
    ObjectProperty<@Nullable RunRow> chosenProperty() {
        return chosen;
    }

    void show(Optional<Scatter> scatter) {
        shown = scatter.orElse(null);
        hint(scatter.isEmpty() ? EMPTY : "");
        point(null);
        refresh();
    }

    @Override
    protected @Nullable Dot partAt(double x, double y) {
        Scatter scatter = shown;
        return scatter == null
                ? null
                : scatter.dots().stream()
                        .min(Comparator.comparingDouble(dot -> distance(dot, x, y)))
                        .filter(dot -> distance(dot, x, y) < REACH_EM * em())
                        .orElse(null);
    }

    private double distance(Dot dot, double x, double y) {
        PlotLayout drawn = layout;
        return drawn == null ? Double.MAX_VALUE : Math.hypot(drawn.px(dot.x()) - x, drawn.py(dot.y()) - y);
    }

    @Override
    protected boolean pick() {
        Dot dot = pointed();
        if (dot != null) {
            chosen.set(dot.run());
        }
        return dot != null;
    }

    /** The next dot along the horizontal axis, which is chosen at once. */
    @Override
    protected @Nullable Dot next(@Nullable Dot from, int across, int down) {
        Scatter scatter = shown;
        if (scatter == null || across == 0) {
            return null;
        }
        List<Dot> dots = scatter.dots().stream()
                .sorted(Comparator.comparingDouble(Dot::x).thenComparingDouble(Dot::y))
                .toList();
        int at = from == null ? (across > 0 ? -1 : 0) : dots.indexOf(from);
        Dot next = dots.get(Math.floorMod(at + across, dots.size()));
        chosen.set(next.run());
        return next;
    }

    @Override
    protected boolean isThere(Dot dot) {
        return shown != null && shown.dots().contains(dot);
    }

    @Override
    protected String words(Dot dot) {
        return shown == null ? "" : shown.words(dot);
    }

    @Override
    protected Point2D middle(Dot dot) {
        PlotLayout drawn = layout;
        return drawn == null ? Point2D.ZERO : new Point2D(drawn.px(dot.x()), drawn.py(dot.y()));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        refresh();
    }

    @Override
    protected void draw(GraphicsContext g) {
        Scatter scatter = shown;
        layout = scatter == null ? null : PlotPainter.paint(scatter.plot(chosen.get()), surface(g));
    }
}
