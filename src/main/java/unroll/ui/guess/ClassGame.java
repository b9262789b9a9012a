package unroll.ui.guess;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.lens.guess.Game;
import unroll.lens.guess.ModelPlayer;

/**
 * A game of the class, and the machines it plays against.
 *
 * @param number of the passage, from 1
 * @param network where there is one
 */
record ClassGame(
        int number,
        Game game,
        List<ModelPlayer> nGrams,
        @Nullable ModelPlayer network) {
    ClassGame withNetwork(ModelPlayer taken) {
        return new ClassGame(number, game, nGrams, taken);
    }
}
