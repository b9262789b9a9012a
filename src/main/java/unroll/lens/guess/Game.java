package unroll.lens.guess;

import java.util.ArrayList;
import java.util.List;

/**
 * The class guesses a text character after character, each until it is right or given up: the game of C. E. Shannon,
 * "Prediction and entropy of printed English" (1951). For one thread.
 */
public final class Game {
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

    private final GuessingExcerpt excerpt;
    private final List<Round> rounds = new ArrayList<>();
    private final List<Integer> wrong = new ArrayList<>();
    private final GuessNumbers numbers;

    /** What became of a guess. */
    public enum GuessResult {
        /** It came; the next character is asked. */
        RIGHT,
        /** It did not, which is counted. */
        WRONG,
        /** It had been guessed for this character before; not counted. */
        REPEATED,
        /** The text has no such symbol anywhere; not counted. */
        UNKNOWN
    }

    public Game(GuessingExcerpt excerpt) {
        this.excerpt = excerpt;
        numbers = new GuessNumbers(excerpt.text().vocabulary().size());
    }

    public GuessingExcerpt excerpt() {
        return excerpt;
    }

    /**
     * Guesses the next character.
     *
     * @throws IllegalStateException where the excerpt is {@link #finished()}
     */
    public GuessResult guess(int codePoint) {
        int asked = asked();
        if (excerpt.text().vocabulary().indexOf(codePoint) < 0) {
            return GuessResult.UNKNOWN;
        }
        if (wrong.contains(codePoint)) {
            return GuessResult.REPEATED;
        }
        if (codePoint != asked) {
            wrong.add(codePoint);
            return GuessResult.WRONG;
        }
        numbers.found(wrong.size() + 1);
        end(new Round(asked, wrong, true));
        return GuessResult.RIGHT;
    }

    /**
     * Gives the next character up; it counts as if the symbols not yet guessed had been tried at random.
     *
     * @throws IllegalStateException where the excerpt is {@link #finished()}
     */
    public void giveUp() {
        int asked = asked();
        numbers.givenUp(wrong.size());
        end(new Round(asked, wrong, false));
    }

    private int asked() {
        if (finished()) {
            throw new IllegalStateException("This passage has been guessed to its end; take a new one.");
        }
        return excerpt.codePoint(rounds.size());
    }

    private void end(Round round) {
        rounds.add(round);
        wrong.clear();
    }

    /** Whether every character has been guessed or given up. */
    public boolean finished() {
        return rounds.size() == excerpt.length();
    }

    /** The characters guessed so far. */
    public List<Round> rounds() {
        return List.copyOf(rounds);
    }

    /** The wrong guesses for the character that is asked now. */
    public List<Integer> wrong() {
        return List.copyOf(wrong);
    }

    /** How well the class has guessed; its bits are what its numbers of guesses cost, see {@link GuessNumbers}. */
    public PlayerScore score() {
        long first = rounds.stream()
                .filter(round -> round.found() && round.wrong().isEmpty())
                .count();
        return PlayerScore.of(rounds.size(), numbers.bits(), first);
    }

    /** Shannon's bounds for the class; both NaN before the first character. */
    public EntropyBounds bounds() {
        return new EntropyBounds(numbers.lower(), numbers.upper());
    }

    /**
     * Between which the entropy of a text lies for a class, in bits per character.
     *
     * @param lower as low as it may be
     * @param upper as high as it may be
     */
    public record EntropyBounds(double lower, double upper) {}
}
