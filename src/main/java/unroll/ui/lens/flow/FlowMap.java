package unroll.ui.lens.flow;

import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import unroll.lens.flow.GradientFlow;
import unroll.network.Direction;

/**
 * ‖∂L/∂a&lt;t&gt;‖ as colors: a column for each step, a row for each layer and direction, the highest layer on top, with an arrow
 * below it the way the gradient flows. An encoder's steps stand to the left of its decoder's.
 */
final class FlowMap extends LogPlot {
    private static final double MIN_EM = 14;
    private static final double ROW_EM = 2.2;
    private static final double LEFT_EM = 5.4;
    private static final double GAP_EM = 0.8;
    private static final double ARROW_EM = 0.7;
    private static final double FOOT_EM = 1.5;
    private static final double LEGEND_EM = 3.2;
    private static final int MARKS = 5;
    private static final String POINT = "Point at the map for numbers. The arrows show which way the gradient flows.";

    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(POINT);
    private UnaryOperator<LogScale> scaling = own -> own;
    private @Nullable GradientFlow flow;
    private LogScale scale = new LogScale(-1, 0);
    private int step = -1;
    private int row;

    FlowMap() {
        super("flow-map");
        setAccessibleText("Norm of the gradient at each step and layer");
        setFocusTraversable(true);
        setOnMouseMoved(event -> point(event.getX(), event.getY()));
        setOnMouseExited(event -> choose(-1, 0));
        setOnMousePressed(event -> requestFocus());
        setOnKeyPressed(event -> {
            if (event.getCode().isArrowKey()) {
                move(event.getCode());
                event.consume();
            }
        });
    }

    /** How the colors' scale is made from the one that fits what is shown. */
    void scaling(UnaryOperator<LogScale> value) {
        scaling = value;
    }

    void show(GradientFlow now) {
        boolean moreRows = flow == null || flow.rows().size() != now.rows().size();
        flow = now;
        scale = scaling.apply(LogScale.of(now));
        choose(step, row);
        if (moreRows) {
            requestLayout();
        }
        redraw();
    }

    /** What is pointed at, in words. */
    ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = flow == null ? 1 : flow.rows().size();
        return Math.max(MIN_EM, rows * ROW_EM + FOOT_EM + LEGEND_EM) * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    // --- places ---

    private double left() {
        return LEFT_EM * em();
    }

    private double mapHeight() {
        return getHeight() - (FOOT_EM + LEGEND_EM) * em();
    }

    private double rowHeight(GradientFlow shown) {
        return mapHeight() / shown.rows().size();
    }

    private double top(GradientFlow shown, int ofRow) {
        return Math.round((shown.rows().size() - 1 - ofRow) * rowHeight(shown));
    }

    private double cellHeight(GradientFlow shown) {
        return Math.round(rowHeight(shown) - ARROW_EM * em()) - 1;
    }

    private double gap(GradientFlow shown) {
        return shown.sourceSteps() > 0 ? GAP_EM * em() : 0;
    }

    private double cellWidth(GradientFlow shown) {
        return (getWidth() - left() - gap(shown)) / shown.steps();
    }

    /** Where a step begins. */
    private double x(GradientFlow shown, int t) {
        return Math.round(left() + t * cellWidth(shown) + (t < shown.sourceSteps() ? 0 : gap(shown)));
    }

    private int stepAt(GradientFlow shown, double x) {
        boolean behindGap = x >= x(shown, shown.sourceSteps());
        double from = left() + (behindGap ? gap(shown) : 0);
        int t = (int) ((x - from) / cellWidth(shown));
        return behindGap ? t : Math.min(t, shown.sourceSteps() - 1);
    }

    private void point(double x, double y) {
        GradientFlow shown = flow;
        if (shown != null) {
            boolean inside = x >= left() && x < getWidth() && y >= 0 && y < mapHeight();
            int fromTop = (int) (y / rowHeight(shown));
            choose(inside ? stepAt(shown, x) : -1, shown.rows().size() - 1 - fromTop);
        }
    }

    private void move(KeyCode arrow) {
        GradientFlow shown = flow;
        if (shown != null) {
            int t = step < 0 ? shown.steps() : step;
            int right = arrow == KeyCode.RIGHT ? 1 : arrow == KeyCode.LEFT ? -1 : 0;
            int up = arrow == KeyCode.UP ? 1 : arrow == KeyCode.DOWN ? -1 : 0;
            choose(clamp(t + right, shown.steps()), clamp(row + up, shown.rows().size()));
        }
    }

    private static int clamp(int value, int count) {
        return Math.max(0, Math.min(count - 1, value));
    }

    private void choose(int t, int ofRow) {
        GradientFlow shown = flow;
        if (shown != null && has(shown, t, ofRow)) {
            step = t;
            row = ofRow;
            reading.set(words(shown, t, ofRow));
        } else {
            step = -1;
            row = 0;
            reading.set(POINT);
        }
        redraw();
    }

    private static boolean has(GradientFlow shown, int t, int row) {
        return t >= 0 && t < shown.steps() && row >= 0 && row < shown.rows().size();
    }

    private static String words(GradientFlow shown, int t, int row) {
        int source = shown.sourceSteps();
        String place = source == 0
                ? String.format(Locale.ROOT, "Step %d of %d", t + 1, shown.steps())
                : t < source
                        ? String.format(Locale.ROOT, "Step %d of %d of the encoder", t + 1, source)
                        : String.format(
                                Locale.ROOT, "Step %d of %d of the decoder", t - source + 1, shown.steps() - source);
        return "%s, %s: ‖∂L/∂a‖ = %s".formatted(place, LayerNames.of(shown, row), LogScale.text(shown.norm(row, t)));
    }

    // --- drawing ---

    @Override
    protected void draw(GraphicsContext g) {
        GradientFlow shown = flow;
        if (shown == null) {
            return;
        }
        for (int each = 0; each < shown.rows().size(); each++) {
            cells(g, shown, each);
            arrow(g, shown, each);
        }
        if (step >= 0) {
            g.setStroke(palette().text());
            g.setLineWidth(Math.max(1.5, em() / 7));
            g.strokeRect(x(shown, step), top(shown, row), cellWidth(shown), cellHeight(shown));
        }
        names(g, shown);
        foot(g, shown);
        legend(g);
    }

    private void cells(GraphicsContext g, GradientFlow shown, int ofRow) {
        for (int t = 0; t < shown.steps(); t++) {
            double from = x(shown, t);
            double to = Math.round(left() + (t + 1) * cellWidth(shown) + (t < shown.sourceSteps() ? 0 : gap(shown)));
            g.setFill(scale.color(shown.norm(ofRow, t)));
            g.fillRect(from, top(shown, ofRow), to - from, cellHeight(shown));
        }
    }

    /** The gradient flows against the reading. */
    private void arrow(GraphicsContext g, GradientFlow shown, int ofRow) {
        double y = Math.floor(top(shown, ofRow) + cellHeight(shown) + ARROW_EM / 2 * em()) + 0.5;
        double head = ARROW_EM / 2 * em();
        boolean toTheLeft = shown.rows().get(ofRow).direction() == Direction.FORWARD;
        double tip = toTheLeft ? left() : getWidth();
        double behind = toTheLeft ? tip + head : tip - head;
        g.setStroke(palette().text());
        g.setFill(palette().text());
        g.setLineWidth(1);
        g.strokeLine(left(), y, getWidth(), y);
        g.fillPolygon(new double[] {tip, behind, behind}, new double[] {y, y - head / 2, y + head / 2}, 3);
    }

    private void names(GraphicsContext g, GradientFlow shown) {
        g.setFill(palette().text());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (int each = 0; each < shown.rows().size(); each++) {
            g.fillText(LayerNames.of(shown, each), left() - 0.5 * em(), top(shown, each) + cellHeight(shown) / 2);
        }
    }

    private void foot(GraphicsContext g, GradientFlow shown) {
        int source = shown.sourceSteps();
        double y = mapHeight() + 0.15 * em();
        g.setTextBaseline(VPos.TOP);
        if (source == 0) {
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText("step 1", left(), y);
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText("step " + shown.steps(), getWidth(), y);
        } else {
            double border = x(shown, source) - gap(shown) / 2;
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText("encoder, 1 to " + source, (left() + border) / 2, y, border - left());
            String decoder = "decoder, 1 to " + (shown.steps() - source);
            g.fillText(decoder, (border + getWidth()) / 2, y, getWidth() - border);
        }
    }

    private void legend(GraphicsContext g) {
        double top = mapHeight() + (FOOT_EM + 0.5) * em();
        double width = getWidth() - left() - em();
        int pixels = (int) Math.max(1, width);
        for (int x = 0; x < pixels; x++) {
            g.setFill(LogScale.colorAt((double) x / pixels));
            g.fillRect(Math.floor(left()) + x, Math.floor(top), 1, Math.ceil(0.7 * em()));
        }
        g.setFill(palette().text());
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
