package unroll.session;

/**
 * What a run knows beside the learner's own state; a checkpoint carries it.
 *
 * @param seconds spent training
 * @param trainLoss smoothed, nats per character; NaN before the first step
 * @param validationLoss last measured; NaN where none was
 * @param bestValidationLoss lowest measured; NaN where none was
 * @param sinceBest validations since the lowest one
 * @param curves the curves, see {@link Curves#toJson()}; empty for none
 */
record RunNotes(
        double seconds,
        double trainLoss,
        double validationLoss,
        double bestValidationLoss,
        int sinceBest,
        String curves) {
    /** Of a model that was never trained. */
    static final RunNotes BLANK = new RunNotes(0, Double.NaN, Double.NaN, Double.NaN, 0, "");
}
