package unroll.task.score;

import unroll.message.Formats;

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

    /** For people: 93.4 %, or a dash where nothing was asked. */
    public String percent() {
        return Formats.percent(value());
    }

    /** For people: 1,234 of 1,321. */
    public String counts() {
        return Formats.count(right) + " of " + Formats.count(asked);
    }

    /** With one more that was asked. */
    Ratio and(boolean another) {
        return new Ratio(right + (another ? 1 : 0), asked + 1);
    }
}
