package unroll.task.score;

/**
 * So many of so many.
 *
 * @param right 0 to {@code asked}
 */
public record Share(long right, long asked) {
    static final Share NONE = new Share(0, 0);

    /** The share, 0 to 1; not a number where nothing was asked. */
    public double value() {
        return asked == 0 ? Double.NaN : (double) right / asked;
    }

    Share and(Verdict verdict) {
        return new Share(right + (verdict == Verdict.RIGHT ? 1 : 0), asked + 1);
    }
}
