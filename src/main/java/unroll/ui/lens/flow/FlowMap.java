package unroll.ui.lens.flow;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import unroll.lens.flow.GradientFlow;

/** ‖∂L/∂a&lt;t&gt;‖ as colours: a column for each step, a row for each layer, the highest on top. */
final class FlowMap extends Sheet {
    private static final double LEFT_EM = 4.4;
    private static final double FOOT_EM = 1.5;
    private static final double LEGEND_EM = 3.2;
    private static final int MARKS = 5;
    private static final String POINT = "Point at the map for numbers.";

    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(POINT);
    private UnaryOperator<LogScale> scaling = own -> own;
    private @Nullable GradientFlow flow;
    private LogScale scale = new LogScale(-1, 0);
    private int step = -1;
    private int layer;

    FlowMap(ObservableValue<Boolean> dark) {
        super("flow-map", dark);
        setAccessibleText("Norm of the gradient at each step and layer");
        setFocusTraversable(true);
        setOnMouseMoved(event -> point(event.getX(), event.getY()));
        setOnMouseExited(event -> point(-1, -1));
        setOnMousePressed(event -> requestFocus());
        setOnKeyPressed(event -> {
            if (event.getCode().isArrowKey()) {
                move(event.getCode());
                event.consume();
            }
        });
    }

    /** How the colours' scale is made from the one that fits what is shown. */
    void scaling(UnaryOperator<LogScale> value) {
        scaling = value;
    }

    void show(GradientFlow now) {
        flow = now;
        double[] all = new double[now.layers() * now.steps()];
        for (int i = 0; i < all.length; i++) {
            all[i] = now.norm(i / now.steps(), i % now.steps());
        }
        scale = scaling.apply(LogScale.of(all));
        choose(step, layer);
        redraw();
    }

    /** What is pointed at, in words. */
    ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    private double left() {
        return LEFT_EM * em();
    }

    private double mapHeight() {
        return getHeight() - (FOOT_EM + LEGEND_EM) * em();
    }

    private void point(double x, double y) {
        GradientFlow shown = flow;
        if (shown != null) {
            boolean inside = x >= left() && x < getWidth() && y >= 0 && y < mapHeight();
            int t = (int) ((x - left()) / (getWidth() - left()) * shown.steps());
            int row = (int) (y / mapHeight() * shown.layers());
            choose(inside ? t : -1, inside ? shown.layers() - 1 - row : 0);
        }
    }

    private void move(KeyCode arrow) {
        GradientFlow shown = flow;
        if (shown != null) {
            int t = step < 0 ? shown.steps() : step;
            int right = arrow == KeyCode.RIGHT ? 1 : arrow == KeyCode.LEFT ? -1 : 0;
            int up = arrow == KeyCode.UP ? 1 : arrow == KeyCode.DOWN ? -1 : 0;
            choose(clamp(t + right, shown.steps()), clamp(layer + up, shown.layers()));
        }
    }

    private static int clamp(int value, int count) {
        return Math.max(0, Math.min(count - 1, value));
    }

    private void choose(int t, int l) {
        GradientFlow shown = flow;
        step = -1;
        layer = 0;
        reading.set(POINT);
        if (shown != null && t >= 0 && t < shown.steps() && l < shown.layers()) {
            step = t;
            layer = l;
            String norm = LogScale.text(shown.norm(l, t));
            reading.set("Step %d of %d, layer %d: ‖∂L/∂a‖ = %s".formatted(t + 1, shown.steps(), l + 1, norm));
        }
        redraw();
    }

    @Override
    void draw(GraphicsContext g) {
        GradientFlow shown = flow;
        if (shown == null) {
            return;
        }
        cells(g, shown);
        names(g, shown);
        legend(g);
    }

    private void cells(GraphicsContext g, GradientFlow shown) {
        double width = (getWidth() - left()) / shown.steps();
        double height = mapHeight() / shown.layers();
        for (int l = 0; l < shown.layers(); l++) {
            double top = Math.round((shown.layers() - 1 - l) * height);
            for (int t = 0; t < shown.steps(); t++) {
                double from = Math.round(left() + t * width);
                g.setFill(scale.colour(shown.norm(l, t)));
                g.fillRect(from, top, Math.round(left() + (t + 1) * width) - from, Math.round(height) - 1);
            }
        }
        if (step >= 0) {
            g.setStroke(palette().text());
            g.setLineWidth(Math.max(1.5, em() / 7));
            g.strokeRect(left() + step * width, (shown.layers() - 1 - layer) * height, width, height - 1);
        }
    }

    private void names(GraphicsContext g, GradientFlow shown) {
        double height = mapHeight() / shown.layers();
        g.setFill(palette().text());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (int l = 0; l < shown.layers(); l++) {
            g.fillText("layer " + (l + 1), left() - 0.5 * em(), (shown.layers() - 1 - l + 0.5) * height);
        }
        g.setTextBaseline(VPos.TOP);
        double y = mapHeight() + 0.15 * em();
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("step 1", left(), y);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText("step " + shown.steps(), getWidth(), y);
    }

    private void legend(GraphicsContext g) {
        double top = mapHeight() + (FOOT_EM + 0.5) * em();
        double width = getWidth() - left() - em();
        int pixels = (int) Math.max(1, width);
        for (int x = 0; x < pixels; x++) {
            g.setFill(LogScale.colourAt((double) x / pixels));
            g.fillRect(Math.floor(left()) + x, Math.floor(top), 1, Math.ceil(0.7 * em()));
        }
        Color text = palette().text();
        g.setFill(text);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText("norm", left() - 0.5 * em(), top + 0.35 * em());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.TOP);
        for (int power = scale.low(); power <= scale.high(); power += scale.stride(MARKS)) {
            double x = left() + (double) (power - scale.low()) / (scale.high() - scale.low()) * width;
            g.fillText(Decades.name(power), x, top + 0.85 * em());
        }
    }
}
