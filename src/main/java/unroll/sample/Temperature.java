package unroll.sample;

/** Divides the logits: p ∝ exp(logit / temperature). Below 1 sharpens the distribution, above 1 flattens it. */
record Temperature(double temperature) implements Limit {
    @Override
    public LimitKind kind() {
        return LimitKind.TEMPERATURE;
    }

    /** The largest logit is taken away first, so that no temperature, however small, can overflow. */
    @Override
    public void apply(float[] logits) {
        float max = Logits.max(logits);
        double sharpness = Math.min(1 / temperature, Double.MAX_VALUE);
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) ((logits[i] - max) * sharpness);
        }
    }
}
