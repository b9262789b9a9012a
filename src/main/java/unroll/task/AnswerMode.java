package unroll.task;

/** How a network gives its answer. */
public enum AnswerMode {
    /** One symbol, at the last step. */
    AT_THE_END,
    /** One symbol at every step, as long as the input. */
    AT_EVERY_STEP,
    /** Symbol by symbol, each read again as the next input, until the mark. */
    WRITTEN
}
