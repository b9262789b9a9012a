package unroll.lens.unit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an intervention does to the loss where a feature of the text is on, and elsewhere. A feature is on at characters where it
 * is above its mean over the text; the loss there is that of the character that comes next, which the units answer for.
 *
 * @param on where the feature is on
 * @param elsewhere at all other characters
 */
public record FeatureLoss(Feature feature, Comparison on, Comparison elsewhere) {
    /**
     * The loss at some characters.
     *
     * @param characters how many
     * @param before mean loss of the network as it is, in nats a character
     * @param after the same with the intervention
     */
    public record Comparison(int characters, double before, double after) {
        /** By how much the loss rises, in nats a character. */
        public double rise() {
            return after - before;
        }
    }

    /**
     * Compares two readings of a text.
     *
     * @param text code points
     * @param before the loss at each character, NaN where there is none, see {@link ReadingExcerpt#losses}
     * @param after the same with the intervention
     * @return every feature that is on at some characters and not at others, the one whose loss rises most first
     */
    public static List<FeatureLoss> of(int[] text, float[] before, float[] after) {
        return Stream.of(Feature.values())
                .map(feature -> of(feature, feature.of(text), before, after))
                .filter(each -> each.on.characters > 0 && each.elsewhere.characters > 0)
                .sorted(Comparator.comparingDouble((FeatureLoss each) -> each.on.rise())
                        .reversed())
                .toList();
    }

    /** The loss at all characters of a text, read twice as above. */
    public static Comparison ofAll(float[] before, float[] after) {
        return sides(new float[before.length], before, after)[1];
    }

    private static FeatureLoss of(Feature feature, float[] values, float[] before, float[] after) {
        Comparison[] sides = sides(values, before, after);
        return new FeatureLoss(feature, sides[0], sides[1]);
    }

    /** Characters with values above their mean, and the others. */
    private static Comparison[] sides(float[] values, float[] before, float[] after) {
        double mean = 0;
        for (float value : values) {
            mean += value / values.length;
        }
        int[] characters = new int[2];
        double[][] sums = new double[2][2];
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(before[i]) && !Float.isNaN(after[i])) {
                int side = values[i] > mean ? 0 : 1;
                characters[side]++;
                sums[side][0] += before[i];
                sums[side][1] += after[i];
            }
        }
        return new Comparison[] {comparison(characters[0], sums[0]), comparison(characters[1], sums[1])};
    }

    private static Comparison comparison(int characters, double[] sums) {
        return new Comparison(characters, sums[0] / characters, sums[1] / characters);
    }
}
