package unroll.sample;

import java.util.Arrays;

/**
 * Keeps the k likeliest symbols.
 *
 * <p>Source: A. Fan, M. Lewis, Y. Dauphin, "Hierarchical neural story generation" (2018), section 5.4.
 */
final class TopK implements Limit {
    private final int k;
    private final float[] ascending;

    /** @param vocabulary V */
    TopK(int k, int vocabulary) {
        this.k = Math.min(k, vocabulary);
        this.ascending = new float[vocabulary];
    }

    @Override
    public LimitKind kind() {
        return LimitKind.TOP_K;
    }

    @Override
    public void apply(float[] logits) {
        System.arraycopy(logits, 0, ascending, 0, logits.length);
        Arrays.sort(ascending);
        Logits.keepLargest(logits, ascending, k);
    }
}
