package unroll.lens.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GuessNumbersTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static GuessNumbers numbers(int vocabulary, int... found) {
        GuessNumbers numbers = new GuessNumbers(vocabulary);
        for (int number : found) {
            numbers.found(number);
        }
        return numbers;
    }

    /** At the beginning 1/2, 1/6, 1/12 and, for the last of four, 1/4. */
    @Test
    void beginsAsLaplacesRuleDoes() {
        assertThat(numbers(4, 1).bits()).isCloseTo(1, ROUNDING);
        assertThat(numbers(4, 2).bits()).isCloseTo(log2(6), ROUNDING);
        assertThat(numbers(4, 3).bits()).isCloseTo(log2(12), ROUNDING);
        assertThat(numbers(4, 4).bits()).isCloseTo(2, ROUNDING);
    }

    /** (0 + 1)/2, then (1 + 1)/3, then (0 + 2/6)/4. */
    @Test
    void learnsTheNumbersAsTheGameGoesOn() {
        GuessNumbers numbers = numbers(4, 1, 1, 2);
        assertThat(numbers.bits()).isCloseTo(-log2(1 / 2.0 * 2 / 3 * 1 / 12), ROUNDING);
        // 1/2 · 2/3 · 3/4 · ... · n/(n + 1) = 1/(n + 1)
        assertThat(numbers(50, 1, 1, 1, 1, 1, 1, 1).bits()).isCloseTo(3, ROUNDING);
    }

    /** Otherwise no code could be had for so few bits. */
    @Test
    void whatAllGamesCostFitsIntoOneCode() {
        double sum = 0;
        for (int first = 1; first <= 5; first++) {
            for (int second = 1; second <= 5; second++) {
                for (int third = 1; third <= 5; third++) {
                    sum += Math.pow(2, -numbers(5, first, second, third).bits());
                }
            }
        }
        assertThat(sum).isCloseTo(1, ROUNDING);
    }

    /** Shares 2/3, 1/3: above −2/3·log 2/3 − 1/3·log 1/3, below 1·(2/3 − 1/3)·log 1 + 2·(1/3 − 0)·log 2. */
    @Test
    void boundsAreShannons() {
        GuessNumbers numbers = numbers(4, 1, 2, 1);
        assertThat(numbers.upper()).isCloseTo(log2(3) - 2 / 3.0, ROUNDING);
        assertThat(numbers.lower()).isCloseTo(2 / 3.0, ROUNDING);
    }

    @Test
    void boundsOfEvenSharesMeet() {
        GuessNumbers numbers = numbers(3, 3, 1, 2);
        assertThat(numbers.lower()).isCloseTo(log2(3), ROUNDING);
        assertThat(numbers.upper()).isCloseTo(log2(3), ROUNDING);
    }

    /** Shares that rise are put in order, so that the lower bound is the lower one. */
    @Test
    void boundsKeepTheirOrder() {
        GuessNumbers numbers = numbers(4, 2, 2, 1);
        assertThat(numbers.lower()).isCloseTo(2 / 3.0, ROUNDING);
        assertThat(numbers.upper()).isCloseTo(log2(3) - 2 / 3.0, ROUNDING);
        assertThat(numbers(4, 3, 3).lower()).isZero();
    }

    /** After one wrong guess of four (1/6 + 1/12 + 1/4)/3 = 1/6 for each of the rest, and each counts a third. */
    @Test
    void aCharacterGivenUpCountsAsTriedByLot() {
        GuessNumbers numbers = new GuessNumbers(4);
        numbers.givenUp(1);
        assertThat(numbers.bits()).isCloseTo(log2(6), ROUNDING);
        assertThat(numbers.upper()).isCloseTo(log2(3), ROUNDING);
        assertThat(numbers.lower()).isCloseTo(log2(3), ROUNDING);
        // (1/3 + 2/6)/3
        numbers.found(2);
        assertThat(numbers.bits()).isCloseTo(log2(6) - log2(2 / 9.0), ROUNDING);
    }

    @Test
    void givingUpAtOnceCostsWhatBlindGuessingDoes() {
        GuessNumbers numbers = new GuessNumbers(64);
        for (int i = 0; i < 10; i++) {
            numbers.givenUp(0);
        }
        assertThat(numbers.bits()).isCloseTo(60, ROUNDING);
        assertThat(numbers.upper()).isCloseTo(6, ROUNDING);
    }

    @Test
    void withoutCharactersThereAreNoBounds() {
        assertThat(new GuessNumbers(3).lower()).isNaN();
        assertThat(new GuessNumbers(3).upper()).isNaN();
    }
}
