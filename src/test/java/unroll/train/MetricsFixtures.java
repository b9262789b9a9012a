package unroll.train;

/** Figures of runs that never were. */
public final class MetricsFixtures {
    private MetricsFixtures() {}

    /** At this step and time, with a training loss of 2. */
    public static RunMetrics at(long step, double epoch, double seconds) {
        return new RunMetrics(step, epoch, seconds, RunMetrics.Losses.NONE.withTrain(2), 1, 0.1, 1000, Double.NaN);
    }
}
