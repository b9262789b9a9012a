package unroll.sample;

import java.util.Arrays;

/**
 * Keeps the nucleus: the fewest likeliest symbols that together reach the probability p.
 *
 * <p>Source: A. Holtzman et al., "The curious case of neural text degeneration" (2020), section 3.1.
 */
final class TopP implements Limit {
    private final double p;
    private final float[] ascending;

    /** @param vocabulary V */
    TopP(double p, int vocabulary) {
        this.p = p;
        this.ascending = new float[vocabulary];
    }

    @Override
    public LimitKind kind() {
        return LimitKind.TOP_P;
    }

    @Override
    public void apply(float[] logits) {
        System.arraycopy(logits, 0, ascending, 0, logits.length);
        Arrays.sort(ascending);
        Logits.keepLargest(logits, ascending, nucleus());
    }

    /** How many of the largest are needed. */
    private int nucleus() {
        double max = ascending[ascending.length - 1];
        double all = 0;
        for (float logit : ascending) {
            all += Math.exp(logit - max);
        }
        double reached = 0;
        int count = 0;
        while (count < ascending.length && reached < p * all) {
            count++;
            reached += Math.exp(ascending[ascending.length - count] - max);
        }
        return count;
    }
}
