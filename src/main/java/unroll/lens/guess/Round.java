package unroll.lens.guess;

import java.util.List;

/**
 * What the class did with a character.
 *
 * @param character the code point that came
 * @param wrong code points that were guessed in vain, in this order
 * @param found whether the class found it; otherwise it gave up
 */
public record Round(int character, List<Integer> wrong, boolean found) {
    public Round {
        wrong = List.copyOf(wrong);
    }

    /** The number of guesses, the right one included where it was found. */
    public int guesses() {
        return wrong.size() + (found ? 1 : 0);
    }
}
