package unroll.corpus;

/**
 * Positions in a text.
 *
 * @param from first position, 0 or more
 * @param to position after the last, no less than {@code from}
 */
public record Range(int from, int to) {
    public Range {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("Positions run from 0 upwards, but these run from " + from + " to " + to
                    + "; give a first position and a later end.");
        }
    }

    public int length() {
        return to - from;
    }
}
