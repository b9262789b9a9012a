package unroll.lens.guess;

import java.util.Arrays;
import java.util.Objects;

/**
 * What numbers of guesses are worth in bits. A class that guesses until it is right turns the text into numbers, 1 where the
 * first guess was right, 2 for the second ...; an identical twin, who would guess the same, could turn them back into the
 * text. So the text costs no more than these numbers do: C. E. Shannon, "Prediction and entropy of printed English" (1951).
 *
 * <p>Two figures come of that. {@link #bits()} is what a code costs that learns the numbers' shares as the game goes on, by
 * Laplace's rule: before each character the number r has the probability
 *
 * <pre>
 * P(r) = (n(r) + 2·p0(r)) / (n + 2)        p0(r) = 1/r − 1/(r + 1), for the last number V: 1/V
 * </pre>
 *
 * where n(r) of n characters took r guesses: 1/2 for the first guess, 1/6 for the second at the beginning. It is a
 * −log₂ P of each character as the machines' is, made without knowing what comes, and holds from the first
 * character on. {@link #lower()} and {@link #upper()} are Shannon's bounds of the entropy from the shares q(r) = n(r) / n (his
 * equation 17); they know the shares of the whole game, so they lie too low while there are few characters.
 *
 * <p>A character that is given up after k guesses counts as if the rest had been tried at random: each number above k with the
 * share 1 / (V − k).
 */
final class GuessNumbers {
    private static final double LN_2 = Math.log(2);
    /** How many characters the beginning is worth: with 2, the first guess follows Laplace's rule of succession. */
    private static final double PRIOR = 2;

    /** n(r) at r − 1. */
    private final double[] counts;

    private int characters;
    private double bits;

    /** @param vocabulary V, the most guesses a character can take */
    GuessNumbers(int vocabulary) {
        counts = new double[vocabulary];
    }

    /** A character was found with this guess, 1 to V. */
    void found(int number) {
        Objects.checkIndex(number - 1, counts.length);
        bits -= Math.log(probability(number)) / LN_2;
        counts[number - 1]++;
        characters++;
    }

    /** A character was given up after this many wrong guesses, 0 to V − 1. */
    void givenUp(int wrong) {
        int left = counts.length - Objects.checkIndex(wrong, counts.length);
        double later = 0;
        for (int number = wrong + 1; number <= counts.length; number++) {
            later += probability(number);
        }
        bits -= Math.log(later / left) / LN_2;
        for (int i = wrong; i < counts.length; i++) {
            counts[i] += 1.0 / left;
        }
        characters++;
    }

    private double probability(int number) {
        double first = number == counts.length ? 1.0 / number : 1.0 / number - 1.0 / (number + 1);
        return (counts[number - 1] + PRIOR * first) / (characters + PRIOR);
    }

    /** What all characters cost together. */
    double bits() {
        return bits;
    }

    /**
     * Σ r·(q(r) − q(r + 1))·log₂ r, per character; NaN before the first. Shannon's proof supposes shares that never rise with r, as
     * an ideal player's do not; those of few characters may, so they are put in order first.
     */
    double lower() {
        double[] rising = counts.clone();
        Arrays.sort(rising);
        double sum = 0;
        for (int r = 1; r <= rising.length; r++) {
            double q = rising[rising.length - r];
            double next = r < rising.length ? rising[rising.length - r - 1] : 0;
            sum += r * (q - next) * Math.log(r);
        }
        return sum / LN_2 / characters;
    }

    /** −Σ q(r)·log₂ q(r), per character; NaN before the first. */
    double upper() {
        double sum = 0;
        for (double count : counts) {
            sum -= count == 0 ? 0 : count * Math.log(count / characters);
        }
        return sum / LN_2 / characters;
    }
}
