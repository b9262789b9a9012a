package unroll.lens.guess;

import java.util.List;

/**
 * A player that says how likely every character is, and what it says of an excerpt. It was told the text as the class is,
 * character by character; that its forecasts were made beforehand changes nothing.
 *
 * @param name such as "trigrams"
 * @param forecasts one for each character of the excerpt that is guessed
 */
public record ModelPlayer(String name, List<Forecast> forecasts) {
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
