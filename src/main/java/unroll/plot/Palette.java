package unroll.plot;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * The colors of charts: blue, orange, green and purple of Okabe and Ito's set for color-blind readers, darker on white and
 * lighter on black.
 */
public enum Palette {
    LIGHT("ffffff 1f5fa8 c0311a d9730d", "ffffff 57606a d8dee4 0b62b0 b84a00 00795a 9a3b76 e0218a"),
    DARK("161b22 58a6ff ff6e4a f0a04b", "0d1117 9aa4af 30363d 5fb2f2 ff9f4a 3fc79a e08fc0 e0218a"),
    /**
     * On white, for the last row of a lecture room: every mark has a contrast of 7 or more, and no shade is so dark that black
     * letters would be hard to read on it.
     */
    STRONG_LIGHT("ffffff 5aa9ff ff8a6b ffa126", "ffffff 000000 8c959f 00478f 8a3300 00563f 7a1f5a e0218a"),
    /** The same on black, for white letters. */
    STRONG_DARK("000000 0f55b5 a3270e 7f4c00", "000000 ffffff 6e7781 7cc4ff ffb066 5fe0b4 f5a8d6 e0218a");

    private static final double STRONG_WIDTH = 1.4;

    private final Shades shades;
    private final int[] colors;

    /** What numbers are shown in. Color-blind readers too can tell blue, for what is below 0, from red, for what is above. */
    private record Shades(int paper, int below, int above, int single) {}

    /**
     * @param shades paper, below 0, above 0, and of numbers that are 0 or more; all as {@code rrggbb}
     * @param colors one for each ink, in their order
     */
    Palette(String shades, String colors) {
        int[] four = rgbs(shades);
        this.shades = new Shades(four[0], four[1], four[2], four[3]);
        this.colors = rgbs(colors);
    }

    private static int[] rgbs(String row) {
        return Stream.of(row.split(" "))
                .mapToInt(color -> Integer.parseInt(color, 16))
                .toArray();
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
