package unroll.ui.chart;

import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** A chart on a canvas, with a hint where there is nothing to draw yet and the values under the pointer. */
final class ChartView extends Region {
    /** How far an arrow key moves, as a share of the foot. */
    private static final double STRIDE = 0.02;

    private final Canvas canvas = new Canvas();
    private final Line hair = new Line();
    private final Label bubble = new Label();
    private final Label hint = new Label();
    private final DoubleProperty pointed = new SimpleDoubleProperty(Double.NaN);
    private final DoubleFunction<String> reading;
    private double marked = Double.NaN;
    private Palette palette = Palette.LIGHT;
    private @Nullable Drawing drawing;

    /** @param reading what the bubble says about a place along the foot; empty for nothing */
    ChartView(String id, String emptyHint, DoubleFunction<String> reading) {
        setId(id);
        this.reading = reading;
        getStyleClass().add("chart-view");
        hair.getStyleClass().add("chart-hair");
        bubble.getStyleClass().add("chart-bubble");
        setAccessibleText(emptyHint);
        hint.setText(emptyHint);
        hint.setWrapText(true);
        hint.getStyleClass().add("chart-hint");
        hair.setMouseTransparent(true);
        bubble.setMouseTransparent(true);
        hint.setMouseTransparent(true);
        getChildren().addAll(canvas, hair, bubble, hint);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        setOnMousePressed(event -> requestFocus());
        setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case LEFT -> move(-STRIDE, event);
                case RIGHT -> move(STRIDE, event);
                case ESCAPE -> pointed.set(Double.NaN);
                default -> {}
            }
        });
        setOnMouseMoved(event -> point(event.getX()));
        setOnMouseExited(event -> pointed.set(Double.NaN));
        pointed.subscribe(x -> paint());
        bubble.fontProperty().subscribe(font -> requestLayout());
    }

    /** Marks a place along the foot for good; NaN for none. */
    void mark(double x) {
        marked = x;
        paint();
    }

    /** The place along the foot under a pixel; NaN where nothing is drawn. */
    double valueAt(double px) {
        Drawing shown = drawing;
        return shown == null ? Double.NaN : frame(shown).valueAt(px);
    }

    /** The place along the foot that is pointed at; NaN for none. Charts side by side may share it. */
    DoubleProperty pointedProperty() {
        return pointed;
    }

    /** Draws it at once: a request for layout would make the whole window lay itself out for every new point. */
    void show(Optional<Drawing> now) {
        drawing = now.orElse(null);
        hint.setVisible(now.isEmpty());
        paint();
    }

    void palette(Palette colors) {
        palette = colors;
        requestLayout();
    }

    private void point(double px) {
        if (drawing != null) {
            pointed.set(valueAt(px));
        }
    }

    /** Moves the place that is pointed at by a share of the foot. */
    private void move(double share, KeyEvent event) {
        Drawing shown = drawing;
        if (shown != null) {
            Axis foot = shown.x();
            double from = Double.isNaN(pointed.get()) ? 1 : foot.at(pointed.get());
            pointed.set(foot.value(Math.min(1, Math.max(0, from + share))));
            event.consume();
        }
    }

    private PlotArea frame(Drawing shown) {
        return PlotArea.of(shown, em(), getWidth(), getHeight());
    }

    private double em() {
        return bubble.getFont().getSize();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        hint.resizeRelocate(0, 0, getWidth(), getHeight());
        paint();
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        Drawing shown = drawing;
        if (shown != null) {
            Painter painter = new Painter(g, frame(shown), palette, bubble.getFont());
            painter.paint(shown);
            painter.mark(marked);
        }
        layoutBubble(shown);
    }

    private void layoutBubble(@Nullable Drawing shown) {
        boolean visible = shown != null && !Double.isNaN(pointed.get());
        hair.setVisible(visible);
        bubble.setVisible(visible);
        if (shown == null || !visible) {
            return;
        }
        PlotArea frame = frame(shown);
        double x = Math.min(frame.right(), frame.px(pointed.get()));
        hair.setStartX(x);
        hair.setEndX(x);
        hair.setStartY(frame.top());
        hair.setEndY(frame.bottom());
        bubble.setText(reading.apply(pointed.get()));
        setAccessibleText(bubble.getText());
        double width = bubble.prefWidth(-1);
        double gap = 0.7 * em();
        double left = x + gap + width <= getWidth() ? x + gap : x - gap - width;
        bubble.resizeRelocate(Math.max(0, left), frame.top() + gap, width, bubble.prefHeight(-1));
    }
}
