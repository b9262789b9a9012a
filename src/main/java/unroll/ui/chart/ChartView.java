package unroll.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import unroll.plot.Axis;
import unroll.plot.Ink;
import unroll.plot.Plot;
import unroll.plot.PlotLayout;
import unroll.plot.PlotPainter;
import unroll.plot.Surface;
import unroll.ui.control.PointableCanvas;

/** A chart with a hint where there is nothing to draw yet and the values under the pointer. */
final class ChartView extends PointableCanvas {
    /** How far an arrow key moves, as a share of the horizontal axis. */
    private static final double STRIDE = 0.02;

    private final String emptyHint;
    private final DoubleProperty pointed = new SimpleDoubleProperty(Double.NaN);
    private final ReadOnlyIntegerWrapper pointedGray = new ReadOnlyIntegerWrapper(-1);
    private final DoubleFunction<String> reading;
    private IntFunction<String> grayReading = curve -> "";
    private Point2D pointer = Point2D.ZERO;
    private double marked = Double.NaN;
    private @Nullable Plot plot;
    private @Nullable PlotLayout layout;

    /** @param reading what the bubble says about a place on the horizontal axis; empty for nothing */
    ChartView(String id, String emptyHint, DoubleFunction<String> reading) {
        super(id);
        this.reading = reading;
        getStyleClass().add("chart-view");
        setTitle(emptyHint);
        this.emptyHint = emptyHint;
        hint(emptyHint);
        pointed.subscribe(x -> point());
    }

    /** Marks a place on the horizontal axis for good; NaN for none. */
    void mark(double x) {
        marked = x;
        redraw();
    }

    /** The place on the horizontal axis under a pixel; NaN where nothing is drawn. */
    double valueAt(double px) {
        PlotLayout shown = layout;
        return shown == null ? Double.NaN : shown.valueAt(px);
    }

    /** The place on the horizontal axis that is pointed at; NaN for none. Charts side by side may share it. */
    DoubleProperty pointedProperty() {
        return pointed;
    }

    /** Which gray curve is pointed at, of those in the color of the axes; -1 for none. */
    ReadOnlyIntegerProperty pointedGrayProperty() {
        return pointedGray.getReadOnlyProperty();
    }

    /** @param now what the bubble says about a gray curve */
    void readGray(IntFunction<String> now) {
        grayReading = now;
    }

    /** Draws it at once: a request for layout would make the whole window lay itself out for every new point. */
    void show(Optional<Plot> now) {
        plot = now.orElse(null);
        hint(now.isEmpty() ? emptyHint : "");
        point();
    }

    @Override
    protected void pointAt(double x, double y) {
        PlotLayout shown = layout;
        if (shown == null) {
            return;
        }
        Optional<Plot.Reference> name = shown.nameAt(x, y);
        int gray = shown.curveAt(Ink.TEXT, x, y);
        pointed.set(name.isPresent() || gray >= 0 ? Double.NaN : shown.valueAt(x));
        pointer = new Point2D(x, y);
        pointedGray.set(gray);
        if (gray >= 0) {
            point();
        }
        name.ifPresent(each -> showTip(each.explanation(), x, y));
    }

    @Override
    protected void pointNowhere() {
        pointed.set(Double.NaN);
        pointedGray.set(-1);
        showTip("", 0, 0);
    }

    /** Moves the place that is pointed at by a share of the axis. */
    @Override
    protected void move(int across, int down) {
        Plot shown = plot;
        if (shown != null) {
            Axis axis = shown.x();
            double from = Double.isNaN(pointed.get()) ? 1 : axis.at(pointed.get());
            pointed.set(axis.value(Math.min(1, Math.max(0, from + across * STRIDE))));
        }
    }

    private void point() {
        redraw();
        PlotLayout shown = layout;
        double x = pointed.get();
        if (pointedGray.get() >= 0) {
            showTip(grayReading.apply(pointedGray.get()), pointer.getX(), pointer.getY());
        } else if (shown == null || Double.isNaN(x)) {
            showTip("", 0, 0);
        } else {
            showTip(reading.apply(x), Math.min(shown.right(), shown.px(x)), shown.top());
        }
    }

    @Override
    protected void draw(GraphicsContext g) {
        Plot shown = plot;
        if (shown == null) {
            layout = null;
            return;
        }
        Surface surface = surface(g);
        layout = PlotPainter.paint(
                Double.isNaN(marked) ? shown : shown.with(List.of(new Plot.Position(marked))), surface);
        crosshair(surface, layout);
    }

    private void crosshair(Surface surface, PlotLayout drawn) {
        if (!Double.isNaN(pointed.get())) {
            double x = Math.floor(Math.min(drawn.right(), drawn.px(pointed.get()))) + 0.5;
            surface.line(x, drawn.top(), x, drawn.bottom(), Surface.Pen.thin(Ink.TEXT));
        }
    }
}
