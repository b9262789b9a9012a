package unroll.ui.lens.flow;

import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import unroll.lens.coach.Coach;
import unroll.message.Formats;
import unroll.plot.Ink;
import unroll.plot.Surface;
import unroll.plot.Surface.Align;
import unroll.session.run.RecentRun;
import unroll.ui.control.CanvasPane;

/** How often and how hard clipping acted lately: a bar for each step, as high as its gradient was too long. */
final class ClippingStrip extends CanvasPane {
    private static final double LEFT_EM = 3.4;
    private static final double FOOT_EM = 1.4;
    /** Factors that fill the strip: the limit at its lower end, a hundred times as much at its top. */
    private static final double DECADES = 2;

    private List<Double> excess = List.of();

    ClippingStrip() {
        setId("clipping-strip");
    }

    void show(RecentRun.View recent) {
        excess = recent.excess();
        setAccessibleText(words(recent));
        redraw();
    }

    /** Whether clipping acted in any of the recent steps. */
    static boolean acted(RecentRun.View recent) {
        return recent.excess().stream().anyMatch(times -> times > 1);
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
                Formats.number(clipped.get(clipped.size() - 1)));
    }

    @Override
    protected void draw(GraphicsContext g) {
        Surface surface = surface(g);
        double left = LEFT_EM * em();
        double bottom = getHeight() - FOOT_EM * em();
        double width = (getWidth() - left) / Coach.RECENT_STEPS;
        double from = getWidth() - excess.size() * width;
        for (int i = 0; i < excess.size(); i++) {
            double times = excess.get(i);
            if (times > 1) {
                double height = Math.max(2, Math.min(1, Math.log10(times) / DECADES) * (bottom - 2));
                double x = from + i * width;
                surface.fill(
                        x,
                        bottom - height,
                        x + Math.max(1, width),
                        bottom,
                        palette().rgb(Ink.ALERT));
            }
        }
        double xAxis = Math.floor(bottom) + 0.5;
        surface.line(left, xAxis, getWidth(), xAxis, Surface.Pen.thin(Ink.TEXT));
        surface.text("limit", left - 0.4 * em(), bottom - 0.2 * em(), Align.RIGHT);
        surface.text("× 100", left - 0.4 * em(), 0.7 * em(), Align.RIGHT);
        surface.text("now", getWidth(), bottom + 0.7 * em(), Align.RIGHT);
        surface.text(Coach.RECENT_STEPS + " steps ago", left, bottom + 0.7 * em(), Align.LEFT);
    }
}
