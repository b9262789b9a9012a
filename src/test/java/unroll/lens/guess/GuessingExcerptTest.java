package unroll.lens.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;
import unroll.message.ProblemException;

class GuessingExcerptTest {
    private static final Corpus TEXT = text();

    private static Corpus text() {
        try {
            return CorpusReader.ofText("letters", "abc".repeat(400));
        } catch (ProblemException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void liesWithinItsPartAndReachesAllOfIt() {
        Range part = new Range(500, 705);
        Set<Integer> starts = new TreeSet<>();
        for (long seed = 0; seed < 200; seed++) {
            GuessingExcerpt excerpt = GuessingExcerpt.draw(TEXT, part, seed);
            assertThat(excerpt.shown().length()).as("seed %d", seed).isEqualTo(100);
            assertThat(excerpt.hidden())
                    .as("seed %d", seed)
                    .isEqualTo(new Range(excerpt.shown().to(), excerpt.shown().to() + 100));
            assertThat(GuessingExcerpt.draw(TEXT, part, seed))
                    .as("seed %d", seed)
                    .isEqualTo(excerpt);
            starts.add(excerpt.shown().from());
        }
        assertThat(starts).containsExactly(500, 501, 502, 503, 504, 505);
    }

    @Test
    void aShortPartIsHalved() {
        assertThat(GuessingExcerpt.draw(TEXT, new Range(10, 17), 1))
                .isEqualTo(new GuessingExcerpt(TEXT, new Range(10, 14), new Range(14, 17)));
        assertThat(GuessingExcerpt.draw(TEXT, new Range(10, 12), 1))
                .isEqualTo(new GuessingExcerpt(TEXT, new Range(10, 11), new Range(11, 12)));
        assertThat(GuessingExcerpt.draw(TEXT, new Range(10, 140), 1))
                .isEqualTo(new GuessingExcerpt(TEXT, new Range(10, 75), new Range(75, 140)));
    }

    @Test
    void aPartWithoutTwoCharactersIsRefusedInASentence() {
        assertThatThrownBy(() -> GuessingExcerpt.draw(TEXT, new Range(10, 11), 1))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The validation part has 1 characters, but a game needs 2 or more;"
                        + " give it a larger share of the text.");
    }
}
