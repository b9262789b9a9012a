package unroll.corpus;

/**
 * Positions in a text.
 *
 * @param from first position
 * @param to position after the last
 */
public record Range(int from, int to) {
    public int length() {
        return to - from;
    }
}
