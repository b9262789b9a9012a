package unroll.session.run;

/** Where a run stands. */
public enum Phase {
    /** No model yet, or a fresh one that was never trained. */
    READY,
    /** The trainer is at work. */
    RUNNING,
    /** Held by the user; goes on from here. */
    PAUSED,
    /** Ended by itself: last step reached or stopped early. Training on is possible. */
    FINISHED,
    /** Could not go on; the last good weights are kept. */
    FAILED
}
