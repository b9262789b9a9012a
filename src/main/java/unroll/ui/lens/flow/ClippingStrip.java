package unroll.ui.lens.flow;

import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import unroll.lens.coach.Coach;
import unroll.session.run.RecentRun;

/** How often and how hard clipping acted lately: a bar for each step, as high as its gradient was too long. */
final class ClippingStrip extends LogPlot {
    private static final double LEFT_EM = 3.4;
    private static final double FOOT_EM = 1.4;
    /** Factors that fill the strip: the limit at its foot, a hundred times as much at its top. */
    private static final double DECADES = 2;

    private List<Double> excess = List.of();

    ClippingStrip() {
        super("clipping-strip");
    }

    void show(RecentRun.View recent) {
        excess = recent.excess();
        setAccessibleText(words(recent));
        redraw();
    }

    /** The same in words. */
    static String words(RecentRun.View recent) {
        int seen = recent.gradients().seen();
        if (seen == 0) {
            return "No steps yet.";
        }
        long above = recent.excess().stream().filter(times -> times > 1).count();
        return switch (recent.clipping().kind()) {
            case OFF -> "Clipping is off: nothing shortens a gradient that is too long.";
            case VALUE ->
                String.format(
                        Locale.ROOT,
                        "Clipping cuts single entries at %s. In %d of the last %d steps the whole gradient was shorter than that, so none was cut.",
                        recent.clipping().limit(),
                        seen - above,
                        seen);
            case NORM -> ofNorm(recent, above);
        };
    }

    private static String ofNorm(RecentRun.View recent, long above) {
        int seen = recent.gradients().seen();
        String often = String.format(
                Locale.ROOT, "Clipping acted on %.0f %% of the last %d steps", 100.0 * above / seen, seen);
        if (above == 0) {
            return often + ".";
        }
        List<Double> clipped =
                recent.excess().stream().filter(times -> times > 1).sorted().toList();
        return String.format(
                Locale.ROOT,
                "%s; half of those gradients were more than %.1f times too long, the longest %s times.",
                often,
                clipped.get(clipped.size() / 2),
                LogScale.text(clipped.get(clipped.size() - 1)));
    }

    @Override
    protected void draw(GraphicsContext g) {
        double left = LEFT_EM * em();
        double bottom = getHeight() - FOOT_EM * em();
        double width = (getWidth() - left) / Coach.RECENT_STEPS;
        double from = getWidth() - excess.size() * width;
        g.setFill(LogScale.RUN_AWAY);
        for (int i = 0; i < excess.size(); i++) {
            double times = excess.get(i);
            if (times > 1) {
                double height = Math.max(2, Math.min(1, Math.log10(times) / DECADES) * (bottom - 2));
                g.fillRect(from + i * width, bottom - height, Math.max(1, width), height);
            }
        }
        g.setStroke(palette().text());
        g.setLineWidth(1);
        g.strokeLine(left, Math.floor(bottom) + 0.5, getWidth(), Math.floor(bottom) + 0.5);
        g.setFill(palette().text());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText("limit", left - 0.4 * em(), bottom - 0.2 * em());
        g.fillText("× 100", left - 0.4 * em(), 0.6 * em());
        g.setTextBaseline(VPos.TOP);
        g.fillText("now", getWidth(), bottom + 0.1 * em());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(Coach.RECENT_STEPS + " steps ago", left, bottom + 0.1 * em());
    }
}
