package unroll.sample;

/**
 * Keeps the k likeliest symbols.
 *
 * <p>Source: A. Fan, M. Lewis, Y. Dauphin, "Hierarchical neural story generation" (2018), section 5.4.
 */
final class TopK implements Limit {
    private final int k;
    private final Descending descending;

    /** @param vocabulary V */
    TopK(int k, int vocabulary) {
        this.k = Math.min(k, vocabulary);
        this.descending = new Descending(vocabulary);
    }

    @Override
    public LimitKind kind() {
        return LimitKind.TOP_K;
    }

    @Override
    public void apply(float[] logits) {
        descending.begin(logits);
        for (int larger = 1; larger < k; larger++) {
            descending.next();
        }
        Logits.keepLargest(logits, descending.next(), k);
    }
}
