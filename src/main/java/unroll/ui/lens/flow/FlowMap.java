package unroll.ui.lens.flow;

import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import unroll.lens.GradientFlow;
import unroll.message.Formats;
import unroll.network.Direction;
import unroll.plot.Axis;
import unroll.plot.ColorScale;
import unroll.plot.Ink;
import unroll.plot.Surface;
import unroll.plot.Surface.Align;
import unroll.plot.Surface.Pen;
import unroll.ui.control.Nodes;
import unroll.ui.control.PointableCanvas;
import unroll.ui.lens.LayerNames;

/**
 * ‖∂L/∂a&lt;t&gt;‖ as colors: a column for each step, a row for each layer and direction, the highest layer on top, with an arrow
 * below it the way the gradient flows. An encoder's steps stand to the left of its decoder's. The colors of maps shown one after
 * the other can be compared: their scale grows to hold all of them.
 */
public final class FlowMap extends PointableCanvas {
    private static final double MIN_EM = 12.5;
    private static final double ROW_EM = 2.2;
    private static final double LEFT_EM = 5.4;
    private static final double GAP_EM = 0.8;
    private static final double ARROW_EM = 0.7;
    private static final double FOOT_EM = 1.5;
    private static final double LEGEND_EM = 3.2;
    private static final String POINT = "Point at the map for numbers. The arrows show which way the gradient flows.";

    private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper(POINT);
    private @Nullable GradientFlow flow;
    private @Nullable Axis norms;
    private int step = -1;
    private int row;

    public FlowMap() {
        super("flow-map");
        setHeightEm(MIN_EM);
        setTitle("Norm of the gradient at each step and layer");
    }

    public void show(GradientFlow now) {
        flow = now;
        norms = norms(now).with(norms);
        setHeightEm(Math.max(MIN_EM, now.rows().size() * ROW_EM + FOOT_EM + LEGEND_EM));
        Nodes.show(this, true);
        choose(step, row);
    }

    /** @param sentence why there is no map, in place of what is pointed at */
    public void refuse(String sentence) {
        Nodes.show(this, false);
        reading.set(sentence);
    }

    /** What comes next is of another run, whose colors need not be compared with those before. */
    public void restartScale() {
        norms = null;
    }

    /** The decades that hold all norms of a flow. */
    static Axis norms(GradientFlow flow) {
        return Axis.decades(IntStream.range(0, flow.rows().size())
                .boxed()
                .flatMapToDouble(row -> IntStream.range(0, flow.steps()).mapToDouble(t -> flow.norm(row, t)))
                .toArray());
    }

    /** What is pointed at, in words. */
    public ReadOnlyStringProperty readingProperty() {
        return reading.getReadOnlyProperty();
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

    // --- pointing ---

    @Override
    protected void pointAt(double x, double y) {
        GradientFlow shown = flow;
        if (shown != null) {
            boolean inside = x >= left() && x < getWidth() && y >= 0 && y < mapHeight();
            int fromTop = (int) (y / rowHeight(shown));
            choose(inside ? stepAt(shown, x) : -1, shown.rows().size() - 1 - fromTop);
        }
    }

    @Override
    protected void pointNowhere() {
        choose(-1, 0);
    }

    @Override
    protected void move(int across, int down) {
        GradientFlow shown = flow;
        if (shown != null) {
            int t = step < 0 ? shown.steps() : step;
            choose(
                    clamp(t + across, shown.steps()),
                    clamp(row - down, shown.rows().size()));
        }
    }

    private static int clamp(int value, int count) {
        return Math.max(0, Math.min(count - 1, value));
    }

    private void choose(int t, int ofRow) {
        if (!isVisible()) {
            // The pointer leaves a map that goes; the reason why it went stays.
            return;
        }
        GradientFlow shown = flow;
        boolean there = shown != null
                && t >= 0
                && t < shown.steps()
                && ofRow >= 0
                && ofRow < shown.rows().size();
        step = there ? t : -1;
        row = there ? ofRow : 0;
        reading.set(shown != null && there ? words(shown, t, ofRow) : POINT);
        redraw();
    }

    private static String words(GradientFlow shown, int t, int row) {
        int source = shown.sourceSteps();
        String place = source == 0
                ? String.format(Locale.ROOT, "Step %d of %d", t + 1, shown.steps())
                : t < source
                        ? String.format(Locale.ROOT, "Step %d of %d of the encoder", t + 1, source)
                        : String.format(
                                Locale.ROOT, "Step %d of %d of the decoder", t - source + 1, shown.steps() - source);
        return "%s, %s: ‖∂L/∂a‖ = %s".formatted(place, LayerNames.of(shown, row), Formats.number(shown.norm(row, t)));
    }

    // --- drawing ---

    @Override
    protected void draw(GraphicsContext g) {
        GradientFlow shown = flow;
        Axis scale = norms;
        if (shown == null || scale == null) {
            return;
        }
        Surface surface = surface(g);
        for (int each = 0; each < shown.rows().size(); each++) {
            for (int t = 0; t < shown.steps(); t++) {
                double top = top(shown, each);
                int color = ColorScale.rgb(scale, shown.norm(each, t), palette());
                surface.fill(x(shown, t), top, end(shown, t), top + cellHeight(shown), color);
            }
            arrow(surface, shown, each);
            double middle = top(shown, each) + cellHeight(shown) / 2;
            surface.text(LayerNames.of(shown, each), left() - 0.5 * em(), middle, Align.RIGHT);
        }
        if (step >= 0) {
            frame(surface, shown);
        }
        stepNames(surface, shown);
        legend(surface, scale);
    }

    /** Where a step ends. */
    private double end(GradientFlow shown, int t) {
        return Math.round(left() + (t + 1) * cellWidth(shown) + (t < shown.sourceSteps() ? 0 : gap(shown)));
    }

    /** The gradient flows against the reading. */
    private void arrow(Surface surface, GradientFlow shown, int ofRow) {
        double y = Math.floor(top(shown, ofRow) + cellHeight(shown) + ARROW_EM / 2 * em()) + 0.5;
        double head = ARROW_EM / 2 * em();
        boolean toTheLeft = shown.rows().get(ofRow).direction() == Direction.FORWARD;
        double from = toTheLeft ? getWidth() : left();
        double tip = toTheLeft ? left() : getWidth();
        surface.arrow(from, y, tip, y, Pen.thin(Ink.TEXT), head, head / 2);
    }

    private void frame(Surface surface, GradientFlow shown) {
        double top = top(shown, row);
        surface.frame(x(shown, step), top, end(shown, step), top + cellHeight(shown), Pen.solid(Ink.TEXT, 1 / 7.0));
    }

    private void stepNames(Surface surface, GradientFlow shown) {
        int source = shown.sourceSteps();
        double y = mapHeight() + 0.8 * em();
        if (source == 0) {
            surface.text("step 1", left(), y, Align.LEFT);
            surface.text("step " + shown.steps(), getWidth(), y, Align.RIGHT);
            return;
        }
        double border = x(shown, source) - gap(shown) / 2;
        between(surface, "encoder", source, left(), border, y);
        between(surface, "decoder", shown.steps() - source, border, getWidth(), y);
    }

    /** Without the numbers of steps where there is no room for them. */
    private static void between(Surface surface, String name, int steps, double from, double to, double y) {
        String whole = name + ", 1 to " + steps;
        String text = surface.textWidth(whole) <= to - from ? whole : name;
        if (surface.textWidth(text) <= to - from) {
            surface.text(text, (from + to) / 2, y, Align.CENTER);
        }
    }

    private void legend(Surface surface, Axis scale) {
        double top = Math.floor(mapHeight() + (FOOT_EM + 0.5) * em());
        double from = Math.floor(left());
        ColorScale.legend(surface, scale, "norm", from, top, Math.max(1, getWidth() - left() - em()), em());
    }
}
