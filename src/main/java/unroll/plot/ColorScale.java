package unroll.plot;

import unroll.plot.Surface.Align;

/**
 * Colors of numbers, from dark blue to pale yellow: lightness alone tells them apart, in print and for every kind of eye.
 */
public final class ColorScale {
    private static final int[] COLORS = {0x1b1446, 0x24508f, 0x1f8f8c, 0x7fbf52, 0xfdf0a0};

    private ColorScale() {}

    /**
     * The color of a share, as {@code 0xRRGGBB}.
     *
     * @param share from 0, dark, to 1, light; what lies outside has the color of the nearer end
     */
    public static int rgb(double share) {
        double at = Math.max(0, Math.min(1, share)) * (COLORS.length - 1);
        int below = Math.min((int) at, COLORS.length - 2);
        return between(COLORS[below], COLORS[below + 1], at - below);
    }

    /** The color of a value on an axis, as {@code 0xRRGGBB}; that of {@link Ink#ALERT} where it is no finite number. */
    public static int rgb(Axis axis, double value, Palette palette) {
        return Double.isFinite(value) ? rgb(axis.at(value)) : palette.rgb(Ink.ALERT);
    }

    static int between(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 0xff;
            int b = to >> shift & 0xff;
            mixed |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return mixed;
    }

    /**
     * Draws which color stands for which number: a bar with its ticks below it, from a place to the right edge.
     *
     * @param name stands to the left of it
     * @param em height of the text, in pixels
     */
    public static void legend(
            Surface surface, Axis scale, String name, double left, double top, double width, double em) {
        for (int x = 0; x < (int) width; x++) {
            surface.fill(left + x, top, left + x + 1, top + Math.ceil(0.7 * em), rgb(x / width));
        }
        surface.text(name, left - 0.5 * em, top + 0.35 * em, Align.RIGHT);
        for (Ticks.Tick tick : Ticks.of(scale, (int) (width / (4 * em)))) {
            surface.text(tick.label(), left + scale.at(tick.value()) * width, top + 1.4 * em, Align.CENTER);
        }
    }
}
