package unroll.plot;

import java.util.Locale;

/**
 * The colors of charts: blue, orange, green and purple of Okabe and Ito's set for color-blind readers, darker on white and
 * lighter on black.
 */
public enum Palette {
    LIGHT(0xffffff, 0x57606a, 0xd8dee4, 0x0b62b0, 0xb84a00, 0x00795a, 0x9a3b76, 0xe0218a),
    DARK(0x0d1117, 0x9aa4af, 0x30363d, 0x5fb2f2, 0xff9f4a, 0x3fc79a, 0xe08fc0, 0xe0218a),
    /** On white, for the last row of a lecture room: every mark has a contrast of 7 or more. */
    STRONG_LIGHT(0xffffff, 0x000000, 0x8c959f, 0x00478f, 0x8a3300, 0x00563f, 0x7a1f5a, 0xe0218a),
    /** The same on black. */
    STRONG_DARK(0x000000, 0xffffff, 0x6e7781, 0x7cc4ff, 0xffb066, 0x5fe0b4, 0xf5a8d6, 0xe0218a);

    private static final double STRONG_WIDTH = 1.4;

    private final int[] colors;

    /** @param colors one for each ink, in their order */
    Palette(int... colors) {
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

    /** Of text and paper the one that is easier to read on a color. */
    public Ink readableOn(int rgb) {
        double ground = luminance(rgb);
        double text = Math.abs(luminance(rgb(Ink.TEXT)) - ground);
        return text >= Math.abs(luminance(rgb(Ink.PAPER)) - ground) ? Ink.TEXT : Ink.PAPER;
    }

    /** How bright a color looks, 0 to 255 (Rec. 709 weights). */
    private static double luminance(int rgb) {
        return 0.2126 * (rgb >> 16 & 0xff) + 0.7152 * (rgb >> 8 & 0xff) + 0.0722 * (rgb & 0xff);
    }
}
