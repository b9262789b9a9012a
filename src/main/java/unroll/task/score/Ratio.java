package unroll.task.score;

/**
 * So many of so many.
 *
 * @param right 0 to {@code asked}
 */
public record Ratio(long right, long asked) {
    static final Ratio NONE = new Ratio(0, 0);

    /** The share, 0 to 1; not a number where nothing was asked. */
    public double value() {
        return asked == 0 ? Double.NaN : (double) right / asked;
    }

    Ratio and(Outcome verdict) {
        return new Ratio(right + (verdict == Outcome.RIGHT ? 1 : 0), asked + 1);
    }
}
