package unroll.lens.guess;

import java.util.List;
import unroll.lens.guess.Game.PlayerScore;

/**
 * A player that says how likely every character is, and what it says of an excerpt. It was told the text as the class is,
 * character by character; that its forecasts were made beforehand changes nothing.
 *
 * @param name such as "trigrams"
 * @param forecasts one for each character of the excerpt that is guessed
 */
public record ModelPlayer(String name, List<Forecast> forecasts) {
    /**
     * What a machine thought of a character before it was known.
     *
     * @param guess the code point it held for the likeliest
     * @param probability of that guess, 0 to 1
     * @param bits −log₂ of the probability it gave to the character that came; infinite where it held that for impossible
     * @param right whether its guess came
     */
    public record Forecast(int guess, double probability, double bits, boolean right) {
        /** The probability it gave to the character that came. */
        public double ofRight() {
            return Math.pow(2, -bits);
        }
    }

    public ModelPlayer {
        forecasts = List.copyOf(forecasts);
    }

    /** How well it did on the first characters. */
    public PlayerScore score(int characters) {
        List<Forecast> first = forecasts.subList(0, characters);
        return PlayerScore.of(
                characters,
                first.stream().mapToDouble(Forecast::bits).sum(),
                first.stream().filter(Forecast::right).count());
    }
}
