package unroll.task;

/** What says how well a task is done; the loss always does. */
public enum Measure {
    /** The share of asked steps answered rightly. */
    ACCURACY,
    /** The share of examples of which every asked step is right. */
    EXACT_MATCH,
    /** Which label was taken for which. */
    CONFUSION,
    /** The share of right answers where output and input differ: what really had to be restored. */
    RESTORED
}
