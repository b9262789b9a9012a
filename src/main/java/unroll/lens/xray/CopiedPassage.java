package unroll.lens.xray;

/**
 * Characters of a text that stand in the corpus word for word.
 *
 * @param from position in the text, from 0
 * @param length characters, at least 1
 * @param place position in the corpus where they first stand, from 0
 */
public record CopiedPassage(int from, int length, int place) {
    /** The position behind the last. */
    public int to() {
        return from + length;
    }
}
