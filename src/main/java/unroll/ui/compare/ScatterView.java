package unroll.ui.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import unroll.plot.PlotLayout;
import unroll.plot.PlotPainter;
import unroll.session.report.RunRow;
import unroll.ui.compare.Scatter.Dot;
import unroll.ui.control.PointableCanvas;

/** A scatter that says which run a dot is: under the pointer, or chosen by a click, the arrow keys or the table. */
final class ScatterView extends PointableCanvas {
    private static final double REACH_EM = 1.2;
    private static final String EMPTY = "No run has both of these numbers. Choose others above.";

    private final ObjectProperty<@Nullable RunRow> chosen = new SimpleObjectProperty<>();
    private @Nullable Scatter shown;
    private @Nullable PlotLayout layout;
    private @Nullable Dot pointed;

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
        redraw();
    }

    @Override
    protected void pointAt(double x, double y) {
        Scatter scatter = shown;
        if (scatter != null) {
            point(scatter.dots().stream()
                    .min(Comparator.comparingDouble(dot -> distance(dot, x, y)))
                    .filter(dot -> distance(dot, x, y) < REACH_EM * em())
                    .orElse(null));
        }
    }

    private double distance(Dot dot, double x, double y) {
        PlotLayout drawn = layout;
        return drawn == null ? Double.MAX_VALUE : Math.hypot(drawn.px(dot.x()) - x, drawn.py(dot.y()) - y);
    }

    @Override
    protected void pointNowhere() {
        point(null);
    }

    @Override
    protected boolean pick() {
        Dot dot = pointed;
        if (dot != null) {
            chosen.set(dot.run());
        }
        return dot != null;
    }

    /** To the next dot along the horizontal axis. */
    @Override
    protected void move(int across, int down) {
        Scatter scatter = shown;
        if (scatter == null || across == 0) {
            return;
        }
        List<Dot> dots = scatter.dots().stream()
                .sorted(Comparator.comparingDouble(Dot::x).thenComparingDouble(Dot::y))
                .toList();
        int at = pointed == null ? (across > 0 ? -1 : 0) : dots.indexOf(pointed);
        point(dots.get(Math.floorMod(at + across, dots.size())));
        pick();
    }

    private void point(@Nullable Dot dot) {
        pointed = dot;
        Scatter scatter = shown;
        PlotLayout drawn = layout;
        if (dot == null || scatter == null || drawn == null) {
            showTip("", 0, 0);
        } else {
            showTip(scatter.words(dot), drawn.px(dot.x()), drawn.py(dot.y()));
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        point(pointed);
    }

    @Override
    protected void draw(GraphicsContext g) {
        Scatter scatter = shown;
        layout = scatter == null ? null : PlotPainter.paint(scatter.plot(chosen.get()), surface(g));
    }
}
