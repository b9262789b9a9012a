package unroll.task;

/** Which ways a network's layers read. */
public enum Directions {
    /** From the first step to the last. */
    ONE_WAY,
    /** Also from the last step to the first. */
    TWO_WAY
}
