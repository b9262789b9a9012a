package unroll.lens.guess;

import org.apache.commons.rng.UniformRandomProvider;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.task.RandomStreams;

/**
 * A piece of a text to be guessed, and what is shown before it.
 *
 * @param text it is taken from
 * @param shown what everybody may read first; at least one character
 * @param hidden what is guessed character by character; at least one, straight behind {@code shown}
 */
public record GuessingExcerpt(Corpus text, Range shown, Range hidden) {
    /** Characters that are shown before the first guess, where there are so many. */
    public static final int SHOWN = 100;
    /** Characters that are guessed, where there are so many. */
    public static final int HIDDEN = 100;

    /** @throws IllegalArgumentException where one of them is empty, or they do not lie side by side */
    public GuessingExcerpt {
        if (shown.length() < 1 || hidden.length() < 1 || shown.to() != hidden.from()) {
            throw new IllegalArgumentException(
                    "What is guessed must follow on what is shown, each at least a character; got %s and %s."
                            .formatted(shown, hidden));
        }
    }

    /**
     * Draws a place within a part of a text, each as likely as any other. A part that is short is halved between what is shown
     * and what is guessed.
     *
     * @param part of the text that nobody was trained on
     * @param seed the same one gives the same place
     * @throws ProblemException where the part has fewer than two characters
     */
    public static GuessingExcerpt draw(Corpus text, Range part, long seed) {
        if (part.length() < 2) {
            throw Reason.NOTHING_TO_GUESS.exception(part.length());
        }
        int hidden = Math.min(HIDDEN, part.length() / 2);
        int shown = Math.min(SHOWN, part.length() - hidden);
        UniformRandomProvider random = RandomStreams.draws(seed);
        int from = part.from() + random.nextInt(part.length() - shown - hidden + 1);
        int middle = from + shown;
        return new GuessingExcerpt(text, new Range(from, middle), new Range(middle, middle + hidden));
    }

    /** The number of characters to be guessed. */
    public int length() {
        return hidden.length();
    }

    /** The symbol of a character to be guessed, from 0. */
    public int symbol(int index) {
        return text.symbol(hidden.from() + index);
    }

    /** Its code point. */
    int codePoint(int index) {
        return text.vocabulary().codePoint(symbol(index));
    }
}
