package unroll.session;

import java.util.List;

/** The curves of a run, bounded: about 400 buckets whose width doubles when they are full. Thread-safe. */
public final class Curves {
    /**
     * One bucket.
     *
     * @param step last step in it
     * @param epoch at that step
     * @param seconds at that step
     * @param mean of the values in it
     * @param low smallest value
     * @param high largest value
     */
    public record Point(long step, double epoch, double seconds, double mean, double low, double high) {}

    /** An immutable copy. */
    public record View(List<Point> trainLoss, List<Point> gradientNorm, List<Point> validationLoss) {}

    public View view() {
        throw new UnsupportedOperationException();
    }
}
