package unroll.sample;

/**
 * Drops symbols that are less likely than a share of the likeliest one: p(symbol) &lt; share · p(likeliest).
 *
 * <p>Source: N. N. Minh et al., "Turning up the heat: min-p sampling for creative and coherent LLM outputs" (2024),
 * section 3.
 */
record MinP(double share) implements Limit {
    @Override
    public LimitKind kind() {
        return LimitKind.MIN_P;
    }

    @Override
    public void apply(float[] logits) {
        double least = Logits.max(logits) + Math.log(share);
        for (int i = 0; i < logits.length; i++) {
            if (logits[i] < least) {
                logits[i] = Float.NEGATIVE_INFINITY;
            }
        }
    }
}
