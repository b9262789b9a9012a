package unroll.train;

/**
 * How the learning rate moves over a run, as a factor on the base rate, which the user may change at any time.
 */
public sealed interface RateSchedule {
    RateSchedule CONSTANT = new Constant();

    record Constant() implements RateSchedule {}

    /** Times {@code factor} after every {@code every} steps. */
    record StepDecay(double factor, long every) implements RateSchedule {}

    /**
     * Rises from 0 over {@code warmUp} steps, then falls along half a cosine to {@code floor} of the base rate at step
     * {@code total} and stays there (Loshchilov and Hutter 2017, section 3).
     */
    record Cosine(long warmUp, long total, double floor) implements RateSchedule {}

    /** Times {@code factor} when the validation loss has not improved {@code patience} times in a row. */
    record Plateau(double factor, int patience) implements RateSchedule {}
}
