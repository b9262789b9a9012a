package unroll.checkpoint;

import unroll.train.RunMetrics;

/**
 * What a run knows beside its trainer's own state.
 *
 * @param metrics its figures; a file keeps neither gradient norm nor speed
 * @param sinceBest validations since the lowest loss, by which early stopping counts
 * @param curves whatever the saving program keeps about its curves; passed on unread, empty for nothing
 */
public record RunNotes(RunMetrics metrics, int sinceBest, String curves) {
    /** Of a model that was never trained; its rate is that of its settings. */
    public static final RunNotes BLANK = new RunNotes(RunMetrics.untrained(Double.NaN), 0, "");
}
