package unroll.sample;

/**
 * One link of the {@link Sampler}: changes the logits before a symbol is drawn. A symbol that must not be drawn gets the
 * logit −∞; the likeliest symbol always stays.
 */
interface Limit {
    /** What an observer is told that acted. */
    LimitKind kind();

    /** @param logits V of them, changed in place; the largest is finite, none is NaN or +∞ */
    void apply(float[] logits);
}
