package unroll.plot;

import java.util.Locale;

/**
 * The colors of charts: blue, orange, green and purple of Okabe and Ito's set for color-blind readers, darker on white and
 * lighter on black.
 */
public enum Palette {
    LIGHT(
            new Shades(0xffffff, 0x1f5fa8, 0xc0311a, 0xd9730d),
            0xffffff,
            0x57606a,
            0xd8dee4,
            0x0b62b0,
            0xb84a00,
            0x00795a,
            0x9a3b76,
            0xe0218a),
    DARK(
            new Shades(0x161b22, 0x58a6ff, 0xff6e4a, 0xf0a04b),
            0x0d1117,
            0x9aa4af,
            0x30363d,
            0x5fb2f2,
            0xff9f4a,
            0x3fc79a,
            0xe08fc0,
            0xe0218a),
    /**
     * On white, for the last row of a lecture room: every mark has a contrast of 7 or more, and no shade is so dark that black
     * letters would be hard to read on it.
     */
    STRONG_LIGHT(
            new Shades(0xffffff, 0x5aa9ff, 0xff8a6b, 0xffa126),
            0xffffff,
            0x000000,
            0x8c959f,
            0x00478f,
            0x8a3300,
            0x00563f,
            0x7a1f5a,
            0xe0218a),
    /** The same on black, for white letters. */
    STRONG_DARK(
            new Shades(0x000000, 0x0f55b5, 0xa3270e, 0x7f4c00),
            0x000000,
            0xffffff,
            0x6e7781,
            0x7cc4ff,
            0xffb066,
            0x5fe0b4,
            0xf5a8d6,
            0xe0218a);

    private static final double STRONG_WIDTH = 1.4;

    private final Shades shades;
    private final int[] colors;

    /**
     * What numbers are shown in. Blue for what is below 0 and red for what is above can be told apart by color-blind readers too.
     *
     * @param single of numbers that are 0 or more
     */
    private record Shades(int paper, int below, int above, int single) {}

    /** @param colors one for each ink, in their order */
    Palette(Shades shades, int... colors) {
        this.shades = shades;
        this.colors = colors;
    }

    /**
     * The one that goes with a theme's color of text; pure black and pure white are those of the lecture room.
     *
     * @param text as {@code 0xRRGGBB}
     */
    public static Palette with(int text) {
        int brightest = Math.max(text >> 16 & 0xff, Math.max(text >> 8 & 0xff, text & 0xff));
        Palette usual = brightest > 127 ? DARK : LIGHT;
        return text == usual.stronger().rgb(Ink.TEXT) ? usual.stronger() : usual;
    }

    /** The one for a lecture room. */
    public Palette stronger() {
        return this == LIGHT || this == STRONG_LIGHT ? STRONG_LIGHT : STRONG_DARK;
    }

    /** How many times as wide as usual lines are. */
    public double width() {
        return this == stronger() ? STRONG_WIDTH : 1;
    }

    /** As {@code 0xRRGGBB}. */
    public int rgb(Ink ink) {
        return colors[ink.ordinal()];
    }

    /** As style sheets write it, for example {@code #0b62b0}. */
    public String css(Ink ink) {
        return String.format(Locale.ROOT, "#%06x", rgb(ink));
    }

    /**
     * Between paper and an ink.
     *
     * @param share 0 for paper to 1 for the ink
     */
    public int shade(Ink ink, double share) {
        return ColorScale.between(rgb(Ink.PAPER), rgb(ink), Math.min(1, Math.max(0, share)));
    }

    /**
     * The color of a number that may have either sign.
     *
     * @param value −1 (blue) over 0 (paper) to 1 (red); beyond as at the ends
     */
    public int diverging(double value) {
        return ColorScale.between(shades.paper, value < 0 ? shades.below : shades.above, Math.min(1, Math.abs(value)));
    }

    /** @param value 0 (paper) to 1 (orange); beyond as at the ends */
    public int sequential(double value) {
        return ColorScale.between(shades.paper, shades.single, Math.max(0, Math.min(1, value)));
    }

    /** Black or white, whichever can be read better on a color; the contrast is always 4.5 or more. */
    public static int inkOn(int rgb) {
        double luminance = luminance(rgb);
        double white = 1.05 / (luminance + 0.05);
        double black = (luminance + 0.05) / 0.05;
        return white > black ? 0xffffff : 0x000000;
    }

    /** Relative luminance, 0 to 1, as WCAG 2.1 defines it. */
    static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
