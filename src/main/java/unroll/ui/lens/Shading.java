package unroll.ui.lens;

import java.util.BitSet;
import unroll.plot.Palette;

/**
 * A text and the color behind each character. Kept, not copied.
 *
 * @param text code points
 * @param shades a number for each, NaN for none; a line end is only to be seen where it has a shade
 * @param scale what the numbers mean
 * @param underlined the characters with a line below
 */
public record Shading(int[] text, float[] shades, ShadingScale scale, BitSet underlined) {
    /** No text. */
    public static final Shading NONE = new Shading(new int[0], new float[0], ShadingScale.DIVERGING, new BitSet());

    /** Surprise at which the color is strongest, in bits: one chance in 64. */
    private static final double MAX_BITS = 6;

    /**
     * The shade of a character that cost so many bits.
     *
     * @return 0, certain, to 1, one chance in 64 or less
     */
    public static float ofSurprise(double bits) {
        return (float) Math.min(1, bits / MAX_BITS);
    }

    /** What shades mean. */
    public enum ShadingScale {
        /** −1 to 1: strong ones get a short mark too, above where they are positive, below where they are negative. */
        DIVERGING,
        /** 0 to 1. */
        SEQUENTIAL;

        /** The color of a number, {@code 0xRRGGBB}. */
        int rgb(Palette palette, double value) {
            return this == DIVERGING ? palette.diverging(value) : palette.sequential(value);
        }
    }
}
