package unroll.ui.lens;

import java.util.BitSet;

/**
 * A text and the color behind each character. Kept, not copied.
 *
 * @param text code points
 * @param shades a number for each, NaN for none; a line end is only to be seen where it has a shade
 * @param scale what the numbers mean
 * @param underlined the characters with a line below
 */
public record Shading(int[] text, float[] shades, Scale scale, BitSet underlined) {
    /** No text. */
    public static final Shading NONE = new Shading(new int[0], new float[0], Scale.DIVERGING, new BitSet());

    /** What shades mean. */
    public enum Scale {
        /** −1 to 1: strong ones get a short mark too, above where they are positive, below where they are negative. */
        DIVERGING,
        /** 0 to 1. */
        SEQUENTIAL
    }
}
