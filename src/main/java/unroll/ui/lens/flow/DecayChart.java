package unroll.ui.lens.flow;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import unroll.lens.flow.GradientFlow;

/**
 * The norm of the gradient against steps from the loss of a single step, the way the gradient flows; a curve for each layer and
 * direction.
 */
final class DecayChart extends LogPlot {
    private static final double HEIGHT_EM = 12.5;
    private static final double LEFT_EM = 3.4;
    private static final double TOP_EM = 0.6;
    private static final double RIGHT_EM = 1;
    private static final double FOOT_EM = 2.8;
    private static final double NAME_EM = 1.3;
    private static final int MARKS = 6;
    /** With the four colors there are twelve curves that differ in both. */
    private static final double[][] DASHES = {{}, {0.7, 0.35}, {0.2, 0.35}};

    private @Nullable GradientFlow flow;

    DecayChart() {
        super("decay-chart");
    }

    void show(GradientFlow now) {
        boolean moreRows = flow == null || flow.rows().size() != now.rows().size();
        flow = now;
        if (moreRows) {
            requestLayout();
        }
        double[] top = now.away(now.rows().size() - 1);
        setAccessibleText(String.format(
                Locale.ROOT,
                "Norm of the gradient in the highest layer: %s at the step of the loss, %s %d steps from it",
                LogScale.text(top[0]),
                LogScale.text(top[top.length - 1]),
                top.length - 1));
        redraw();
    }

    @Override
    protected double computePrefHeight(double width) {
        return (HEIGHT_EM + NAME_EM * nameLines()) * em();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void draw(GraphicsContext g) {
        GradientFlow shown = flow;
        if (shown == null) {
            return;
        }
        LogScale scale = LogScale.of(shown);
        int farthest = farthest(shown);
        decades(g, scale);
        foot(g, shown, farthest);
        border(g, shown, farthest);
        for (int row = 0; row < shown.rows().size(); row++) {
            curve(g, scale, shown.away(row), row, farthest);
        }
        names(g, shown);
    }

    /** Steps that the longest curve has. */
    private static int farthest(GradientFlow shown) {
        return IntStream.range(0, shown.rows().size())
                .map(row -> shown.away(row).length)
                .max()
                .orElse(1);
    }

    private int nameLines() {
        int rows = flow == null ? 1 : flow.rows().size();
        return rows < 2 ? 0 : (rows + 1) / 2;
    }

    private double left() {
        return LEFT_EM * em();
    }

    private double right() {
        return getWidth() - RIGHT_EM * em();
    }

    private double bottom() {
        return getHeight() - (FOOT_EM + NAME_EM * nameLines()) * em();
    }

    private double y(double at) {
        return bottom() - at * (bottom() - TOP_EM * em());
    }

    private double x(int back, int steps) {
        return left() + (steps < 2 ? 0 : (double) back / (steps - 1) * (right() - left()));
    }

    private void decades(GraphicsContext g, LogScale scale) {
        g.setLineWidth(1);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (int power = scale.low(); power <= scale.high(); power += scale.stride(MARKS)) {
            double y = Math.floor(y((double) (power - scale.low()) / (scale.high() - scale.low()))) + 0.5;
            g.setStroke(palette().grid());
            g.strokeLine(left(), y, right(), y);
            g.setFill(palette().text());
            g.fillText(Decades.name(power), left() - 0.4 * em(), y);
        }
    }

    private void foot(GraphicsContext g, GradientFlow shown, int steps) {
        g.setTextBaseline(VPos.TOP);
        double y = bottom() + 0.3 * em();
        int stride = Math.max(1, (int) Math.ceil(steps / 5.0 / 5) * 5);
        g.setTextAlign(TextAlignment.CENTER);
        for (int back = 0; back < steps; back += stride) {
            g.fillText(String.valueOf(back), x(back, steps), y);
        }
        String words = LayerNames.readsBothWays(shown) ? "steps from the loss" : "steps back from the loss";
        g.fillText(words, (left() + right()) / 2, y + 1.25 * em());
    }

    /** Between a decoder's steps and its encoder's. */
    private void border(GraphicsContext g, GradientFlow shown, int steps) {
        if (shown.sourceSteps() > 0) {
            double back = shown.lossStep() - shown.sourceSteps() + 0.5;
            double x = Math.floor(left() + back / (steps - 1) * (right() - left())) + 0.5;
            g.setStroke(palette().text());
            g.strokeLine(x, TOP_EM * em(), x, bottom());
            g.setTextBaseline(VPos.BOTTOM);
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText("encoder", x + 0.3 * em(), bottom() - 0.2 * em());
        }
    }

    private void curve(GraphicsContext g, LogScale scale, double[] norms, int row, int steps) {
        double[] px = new double[norms.length];
        double[] py = new double[norms.length];
        int points = 0;
        for (int back = 0; back < norms.length && Double.isFinite(norms[back]); back++) {
            px[back] = x(back, steps);
            py[back] = y(scale.at(norms[back]));
            points++;
        }
        style(g, row);
        g.strokePolyline(px, py, points);
        g.setLineDashes();
    }

    private void style(GraphicsContext g, int row) {
        List<Color> colors = palette().marks();
        double[] dashes = DASHES[row % DASHES.length].clone();
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] *= em();
        }
        g.setStroke(colors.get(row % colors.size()));
        g.setLineWidth(em() / 6 * palette().width());
        g.setLineDashes(dashes);
    }

    /** At the foot, two side by side, the highest layer first. */
    private void names(GraphicsContext g, GradientFlow shown) {
        int rows = shown.rows().size();
        double half = getWidth() / 2;
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        for (int i = 0; rows > 1 && i < rows; i++) {
            int row = rows - 1 - i;
            double x = i % 2 * half + em();
            double y = bottom() + (FOOT_EM + 0.75 + NAME_EM * (i / 2)) * em();
            style(g, row);
            g.strokeLine(x, y, x + 2.2 * em(), y);
            g.setLineDashes();
            g.setFill(palette().text());
            g.fillText(LayerNames.of(shown, row), x + 2.7 * em(), y);
        }
    }
}
