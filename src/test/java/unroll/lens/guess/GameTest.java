package unroll.lens.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static unroll.lens.guess.Game.GuessResult.REPEATED;
import static unroll.lens.guess.Game.GuessResult.RIGHT;
import static unroll.lens.guess.Game.GuessResult.UNKNOWN;
import static unroll.lens.guess.Game.GuessResult.WRONG;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;
import unroll.lens.guess.Game.PlayerScore;
import unroll.lens.guess.Game.Round;
import unroll.message.ProblemException;

class GameTest {
    private final Game game = new Game(excerpt());

    /** "ab" is shown, "cad" guessed, out of four symbols. */
    private static GuessingExcerpt excerpt() {
        try {
            return new GuessingExcerpt(CorpusReader.ofText("letters", "xabcadx"), new Range(1, 3), new Range(3, 6));
        } catch (ProblemException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void countsGuessesUntilOneIsRight() {
        assertThat(game.score()).isEqualTo(PlayerScore.NONE);
        assertThat(game.guess('a')).isEqualTo(WRONG);
        assertThat(game.guess('x')).isEqualTo(WRONG);
        assertThat(game.wrong()).containsExactly((int) 'a', (int) 'x');
        assertThat(game.rounds()).isEmpty();
        assertThat(game.guess('c')).isEqualTo(RIGHT);
        assertThat(game.wrong()).isEmpty();
        assertThat(game.rounds()).containsExactly(new Round('c', List.of((int) 'a', (int) 'x'), true));
        assertThat(game.rounds().get(0).guesses()).isEqualTo(3);
        assertThat(game.score().bits()).isCloseTo(Math.log(12) / Math.log(2), within(1e-12));
        assertThat(game.score().firstRight()).isZero();
    }

    @Test
    void whatCannotBeMeantIsNotCounted() {
        assertThat(game.guess('Ж')).isEqualTo(UNKNOWN);
        assertThat(game.guess('C')).isEqualTo(UNKNOWN);
        assertThat(game.guess('d')).isEqualTo(WRONG);
        assertThat(game.guess('d')).isEqualTo(REPEATED);
        assertThat(game.wrong()).containsExactly((int) 'd');
    }

    @Test
    void averagesOverWhatWasGuessedAndGivenUp() {
        assertThat(game.guess('c')).isEqualTo(RIGHT);
        game.giveUp();
        assertThat(game.finished()).isFalse();
        assertThat(game.guess('d')).isEqualTo(RIGHT);
        assertThat(game.finished()).isTrue();

        assertThat(game.rounds().get(1)).isEqualTo(new Round('a', List.of(), false));
        assertThat(game.rounds().get(1).guesses()).isZero();
        // By lot out of the 5 symbols a, b, c, d, x; then (1 + 1/5 + 1)/4.
        double bits = 1 + Math.log(5) / Math.log(2) - Math.log(2.2 / 4) / Math.log(2);
        assertThat(game.score().characters()).isEqualTo(3);
        assertThat(game.score().bits()).isCloseTo(bits / 3, within(1e-12));
        assertThat(game.score().firstRight()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(game.bounds().lower()).isLessThan(game.bounds().upper());
    }

    @Test
    void afterTheEndNothingIsAsked() {
        for (int i = 0; i < 3; i++) {
            game.giveUp();
        }
        assertThatThrownBy(() -> game.guess('c'))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This passage has been guessed to its end; take a new one.");
        assertThatThrownBy(game::giveUp).isInstanceOf(IllegalStateException.class);
    }
}
