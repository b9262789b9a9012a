package unroll.ui.guess;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.lens.guess.Game;
import unroll.lens.guess.Machine;

/**
 * A game of the class, and the machines it plays against.
 *
 * @param number of the passage, from 1
 * @param network where there is one
 */
record Match(
        int number,
        Game game,
        List<Machine> nGrams,
        @Nullable Machine network) {
    Match withNetwork(Machine taken) {
        return new Match(number, game, nGrams, taken);
    }
}
