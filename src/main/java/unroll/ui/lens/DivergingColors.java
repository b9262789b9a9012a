package unroll.ui.lens;

import javafx.scene.paint.Color;

/**
 * Colors for numbers, one set on white and one on black. Blue for what is below 0 and red for what is above can be told apart by
 * color-blind readers too; at 0 there is only the paper.
 */
public enum DivergingColors {
    LIGHT(Color.WHITE, Color.web("#1f5fa8"), Color.web("#c0311a"), Color.web("#d9730d")),
    DARK(Color.web("#161b22"), Color.web("#58a6ff"), Color.web("#ff6e4a"), Color.web("#f0a04b")),
    /** On white, for the last row of a lecture room: none so dark that black letters would be hard to read. */
    STRONG_LIGHT(Color.WHITE, Color.web("#5aa9ff"), Color.web("#ff8a6b"), Color.web("#ffa126")),
    /** The same on black, for white letters. */
    STRONG_DARK(Color.BLACK, Color.web("#0f55b5"), Color.web("#a3270e"), Color.web("#7f4c00"));

    private final Color paper;
    private final Color below;
    private final Color above;
    private final Color single;

    DivergingColors(Color paper, Color below, Color above, Color single) {
        this.paper = paper;
        this.below = below;
        this.above = above;
        this.single = single;
    }

    /** Those that go with a text color of the theme; pure black and pure white are those of the lecture room. */
    public static DivergingColors with(Color text) {
        if (text.getBrightness() > 0.5) {
            return text.equals(Color.WHITE) ? STRONG_DARK : DARK;
        }
        return text.equals(Color.BLACK) ? STRONG_LIGHT : LIGHT;
    }

    /**
     * The color of a number.
     *
     * @param value −1 (blue) over 0 (paper) to 1 (red); beyond as at the ends
     */
    public Color diverging(double value) {
        double strength = Math.min(1, Math.abs(value));
        return paper.interpolate(value < 0 ? below : above, strength);
    }

    /** The color of a number on a scale. */
    Color of(Shading.Scale scale, double value) {
        return scale == Shading.Scale.DIVERGING ? diverging(value) : sequential(value);
    }

    /** @param value 0 (paper) to 1 (orange); beyond as at the ends */
    public Color sequential(double value) {
        return paper.interpolate(single, Math.max(0, Math.min(1, value)));
    }

    /** Black or white, whichever can be read better on a color; the contrast is always 4.5 or more. */
    public static Color inkOn(Color background) {
        double luminance = luminance(background);
        double white = 1.05 / (luminance + 0.05);
        double dark = (luminance + 0.05) / 0.05;
        return white > dark ? Color.WHITE : Color.BLACK;
    }

    /** Relative luminance, 0 to 1, as WCAG 2.1 defines it. */
    static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
