package unroll.sample;

/** What stands between the model's distribution and a draw, in the order in which it acts. */
public enum LimitKind {
    /** Always the likeliest symbol; where it acts, it acts alone. */
    GREEDY,
    REPETITION_PENALTY,
    TEMPERATURE,
    TOP_K,
    TOP_P,
    MIN_P
}
