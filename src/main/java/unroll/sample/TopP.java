package unroll.sample;

/**
 * Keeps the nucleus: the fewest likeliest symbols that together reach the probability p.
 *
 * <p>Source: A. Holtzman et al., "The curious case of neural text degeneration" (2020), section 3.1.
 */
final class TopP implements Limit {
    private final double p;
    private final Descending descending;

    /** @param vocabulary V */
    TopP(double p, int vocabulary) {
        this.p = p;
        this.descending = new Descending(vocabulary);
    }

    @Override
    public LimitKind kind() {
        return LimitKind.TOP_P;
    }

    @Override
    public void apply(float[] logits) {
        double max = Logits.max(logits);
        double all = 0;
        for (float logit : logits) {
            all += Math.exp(logit - max);
        }
        descending.begin(logits);
        float least = descending.next();
        double reached = Math.exp(least - max);
        int count = 1;
        while (count < logits.length && reached < p * all) {
            least = descending.next();
            reached += Math.exp(least - max);
            count++;
        }
        Logits.keepLargest(logits, least, count);
    }
}
