package unroll.sample;

/**
 * Watches how symbols come to be drawn, without a say in it: whoever watches sees the same text written that would be written
 * unwatched. Called on the writing thread; what it is shown is good until it returns and must not be changed.
 */
public interface DrawObserver {
    /** Watches nothing. */
    DrawObserver NONE = new DrawObserver() {};

    /**
     * The model's own logits for the next symbol, before anything acts on them.
     *
     * @param logits V of them; the largest is finite
     */
    default void onLogits(float[] logits) {}

    /**
     * What one limit made of them; those that act are shown in their order, those that are off are not.
     *
     * @param logits V of them; −∞ for a symbol that will not be drawn
     */
    default void onLimit(LimitKind kind, float[] logits) {}

    /** The symbol that was written after all limits had acted. */
    default void onSymbol(int symbol) {}

    /** What stands between the model's distribution and a draw, in the order in which it acts. */
    enum LimitKind {
        /** Always the likeliest symbol; where it acts, it acts alone. */
        GREEDY,
        REPETITION_PENALTY,
        TEMPERATURE,
        TOP_K,
        TOP_P,
        MIN_P
    }
}
