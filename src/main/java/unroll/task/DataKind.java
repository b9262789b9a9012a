package unroll.task;

/** Where a task's data may come from. */
public enum DataKind {
    /** The task makes its own. */
    MADE,
    /** A text the user opened. */
    TEXT,
    /** A file of lines {@code input<TAB>output}. */
    PAIRS
}
