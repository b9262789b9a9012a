package unroll.lens.guess;

/**
 * How well a player has guessed so far.
 *
 * @param characters guessed
 * @param bits per character on the average; NaN before the first
 * @param firstRight share of characters whose first guess was right, 0 to 1; NaN before the first
 */
public record PlayerScore(int characters, double bits, double firstRight) {
    /** Before the first character. */
    public static final PlayerScore NONE = new PlayerScore(0, Double.NaN, Double.NaN);

    static PlayerScore of(int characters, double bitsInAll, long firstRight) {
        return characters == 0
                ? NONE
                : new PlayerScore(characters, bitsInAll / characters, (double) firstRight / characters);
    }
}
