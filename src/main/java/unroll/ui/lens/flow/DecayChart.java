package unroll.ui.lens.flow;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import unroll.lens.flow.GradientFlow;
import unroll.ui.chart.Palette;

/** The norm of the gradient against steps back, for the loss of the last step, a curve for each layer. */
final class DecayChart extends Sheet {
    private static final double LEFT_EM = 3.4;
    private static final double TOP_EM = 0.6;
    private static final double RIGHT_EM = 1;
    private static final double FOOT_EM = 2.8;
    private static final int MARKS = 6;
    /** Where there are more layers than colours. */
    private static final double[][] DASHES = {{}, {0.7, 0.35}, {0.2, 0.35}};

    private @Nullable GradientFlow flow;

    DecayChart(ObservableValue<Palette> colours) {
        super("decay-chart", colours);
    }

    void show(GradientFlow now) {
        flow = now;
        double[] top = now.backwards(now.layers() - 1);
        setAccessibleText("Norm of the gradient in the highest layer: %s at the last step, %s %d steps back"
                .formatted(LogScale.text(top[0]), LogScale.text(top[top.length - 1]), top.length - 1));
        redraw();
    }

    @Override
    void draw(GraphicsContext g) {
        GradientFlow shown = flow;
        if (shown == null) {
            return;
        }
        double[] all = new double[shown.layers() * shown.steps()];
        for (int i = 0; i < all.length; i++) {
            all[i] = shown.norm(i / shown.steps(), i % shown.steps());
        }
        LogScale scale = LogScale.of(all);
        decades(g, scale);
        foot(g, shown.steps());
        for (int layer = 0; layer < shown.layers(); layer++) {
            curve(g, scale, shown, layer);
        }
        names(g, shown.layers());
    }

    private double left() {
        return LEFT_EM * em();
    }

    private double right() {
        return getWidth() - RIGHT_EM * em();
    }

    private double bottom() {
        return getHeight() - FOOT_EM * em();
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

    private void foot(GraphicsContext g, int steps) {
        g.setTextBaseline(VPos.TOP);
        double y = bottom() + 0.3 * em();
        int stride = Math.max(1, (int) Math.ceil(steps / 5.0 / 5) * 5);
        g.setTextAlign(TextAlignment.CENTER);
        for (int back = 0; back < steps; back += stride) {
            g.fillText(String.valueOf(back), x(back, steps), y);
        }
        g.fillText("steps back from the loss", (left() + right()) / 2, y + 1.25 * em());
    }

    private void curve(GraphicsContext g, LogScale scale, GradientFlow shown, int layer) {
        double[] norms = shown.backwards(layer);
        double[] px = new double[norms.length];
        double[] py = new double[norms.length];
        int points = 0;
        for (int back = 0; back < norms.length && Double.isFinite(norms[back]); back++) {
            px[back] = x(back, norms.length);
            py[back] = y(scale.at(norms[back]));
            points++;
        }
        style(g, layer);
        g.strokePolyline(px, py, points);
        g.setLineDashes();
    }

    private void style(GraphicsContext g, int layer) {
        List<Color> colours = palette().marks();
        double[] dashes = DASHES[layer / colours.size() % DASHES.length].clone();
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] *= em();
        }
        g.setStroke(colours.get(layer % colours.size()));
        g.setLineWidth(em() / 6 * palette().width());
        g.setLineDashes(dashes);
    }

    /** In the upper right corner, where a gradient that fades leaves room. */
    private void names(GraphicsContext g, int layers) {
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (int layer = 0; layers > 1 && layer < layers; layer++) {
            double y = (TOP_EM + 0.9 + 1.2 * (layers - 1 - layer)) * em();
            g.setFill(palette().text());
            g.fillText("layer " + (layer + 1), right() - 2.4 * em(), y);
            style(g, layer);
            g.strokeLine(right() - 2 * em(), y, right() - 0.3 * em(), y);
            g.setLineDashes();
        }
    }
}
