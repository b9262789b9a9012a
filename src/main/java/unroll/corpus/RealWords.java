package unroll.corpus;

import java.util.List;

/**
 * The words of a piece of text that are real: those a {@link WordList} has.
 *
 * @param places of the real ones, in Java characters, ascending
 * @param words all of them, real or not
 */
public record RealWords(List<Range> places, int words) {
    /** Of a text that is not made of words. */
    public static final RealWords NONE = new RealWords(List.of(), 0);

    public RealWords {
        places = List.copyOf(places);
    }

    /** Share of the words, not of the letters, that are real, from 0 to 1; NaN where there are no words. */
    public double share() {
        return words == 0 ? Double.NaN : (double) places.size() / words;
    }
}
