package unroll.sample;

/**
 * One link of the {@link Sampler}: changes the logits before a symbol is drawn. A symbol that must not be drawn gets the
 * logit −∞; the likeliest symbol always stays.
 */
@FunctionalInterface
interface Limit {
    /** @param logits V of them, changed in place; the largest is finite, none is NaN or +∞ */
    void apply(float[] logits);
}
