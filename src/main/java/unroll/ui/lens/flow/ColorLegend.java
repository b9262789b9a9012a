package unroll.ui.lens.flow;

import unroll.plot.Axis;
import unroll.plot.ColorScale;
import unroll.plot.Surface;
import unroll.plot.Surface.Align;
import unroll.plot.Ticks;

/** Which color stands for which number: a bar with its ticks below it. */
final class ColorLegend {
    private ColorLegend() {}

    /**
     * Draws the bar from a place to the right edge.
     *
     * @param name stands to the left of it
     * @param em height of the text, in pixels
     */
    static void draw(Surface surface, Axis scale, String name, double left, double top, double width, double em) {
        for (int x = 0; x < (int) width; x++) {
            surface.fill(left + x, top, left + x + 1, top + Math.ceil(0.7 * em), ColorScale.rgb(x / width));
        }
        surface.text(name, left - 0.5 * em, top + 0.35 * em, Align.RIGHT);
        for (Ticks.Tick tick : Ticks.of(scale, (int) (width / (4 * em)))) {
            surface.text(tick.label(), left + scale.at(tick.value()) * width, top + 1.4 * em, Align.CENTER);
        }
    }
}
