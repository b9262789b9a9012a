package unroll.lens.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;
import unroll.lens.guess.Game.PlayerScore;
import unroll.lens.guess.ModelPlayer.Forecast;
import unroll.lens.ngram.NGramLosses;
import unroll.lens.ngram.NGramModel;
import unroll.message.ProblemException;
import unroll.task.Alphabet;
import unroll.task.AlphabetEntry;
import unroll.task.Alphabets;

class PlayersTest {
    private static final Offset<Double> ROUNDING = within(1e-9);

    private static Corpus corpus(String text) {
        return CorpusReader.ofText("letters", text);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /** Counted in "abaab"; "ab" is shown and "ab" guessed. The probabilities are counted by hand in NGramModelTest. */
    @Test
    void nGramsGuessTheirLikeliest() {
        Corpus text = corpus("abaabab");
        NGramModel model = NGramModel.count(text, new Range(0, 5), () -> false);
        GuessingExcerpt excerpt = new GuessingExcerpt(text, new Range(3, 5), new Range(5, 7));

        ModelPlayer bigrams = ModelPlayer.ofNGrams(model, 2, excerpt);
        assertForecast(bigrams.forecasts().get(0), 'a', 11 / 14.0, 11 / 14.0);
        assertForecast(bigrams.forecasts().get(1), 'b', 4 / 7.0, 4 / 7.0);
        ModelPlayer trigrams = ModelPlayer.ofNGrams(model, 3, excerpt);
        assertForecast(trigrams.forecasts().get(0), 'a', 25 / 28.0, 25 / 28.0);
        assertForecast(trigrams.forecasts().get(1), 'a', 5 / 7.0, 2 / 7.0);

        assertThat(trigrams.score(0)).isEqualTo(PlayerScore.NONE);
        assertThat(trigrams.score(1).firstRight()).isEqualTo(1);
        assertThat(trigrams.score(2).firstRight()).isEqualTo(0.5);
        assertThat(trigrams.score(2).bits()).isCloseTo(-log2(25 / 28.0 * 2 / 7) / 2, ROUNDING);
    }

    private static void assertForecast(Forecast forecast, char guess, double probability, double ofRight) {
        assertThat(forecast.guess()).isEqualTo(guess);
        assertThat(forecast.probability()).isCloseTo(probability, ROUNDING);
        assertThat(forecast.ofRight()).isCloseTo(ofRight, ROUNDING);
        assertThat(forecast.right()).isEqualTo(probability == ofRight);
    }

    @Test
    void nGramsCostWhatTheirLossIs() {
        Random random = new Random(3);
        Corpus text =
                corpus(random.ints(600, 'a', 'e').mapToObj(Character::toString).collect(Collectors.joining()));
        NGramModel model = NGramModel.count(text, new Range(0, 400), () -> false);
        GuessingExcerpt excerpt = GuessingExcerpt.draw(text, new Range(400, 600), 1);
        NGramLosses losses = model.losses(text, excerpt.hidden(), () -> false);
        for (int order = 0; order <= NGramModel.HIGHEST; order++) {
            assertThat(ModelPlayer.ofNGrams(model, order, excerpt).score(100).bits())
                    .as("order %d", order)
                    .isCloseTo(losses.nats().get(order) / Math.log(2), ROUNDING);
        }
    }

    /** The network's symbols stand in another order, and a mark among them that no text has. */
    @Test
    void theNetworkReadsWhatTheClassReadsUnderItsOwnIndices() {
        Alphabet reads = new Alphabet(List.of(AlphabetEntry.character('b'), AlphabetEntry.character('a')));
        Alphabets alphabets = new Alphabets(Alphabet.EMPTY, reads.withMark(), reads.withMark());
        List<Integer> read = new ArrayList<>();
        float[] logits = {(float) Math.log(3), 0, 10};

        ModelPlayer network = ModelPlayer.ofNetwork(
                symbol -> {
                    read.add(symbol);
                    return logits;
                },
                alphabets,
                new GuessingExcerpt(corpus("abaabba"), new Range(1, 3), new Range(3, 6)));

        // Shown "ba", guessed "abb"; the last b is never read.
        assertThat(read).containsExactly(0, 1, 1, 0);
        assertThat(network.forecasts())
                .allSatisfy(forecast -> assertThat(forecast.guess()).isEqualTo('b'));
        assertThat(network.forecasts().get(0).probability()).isCloseTo(0.75, within(1e-6));
        assertThat(network.forecasts().get(0).bits()).isCloseTo(2, within(1e-6));
        assertThat(network.forecasts().get(1).bits()).isCloseTo(-log2(0.75), within(1e-6));
        assertThat(network.score(3).firstRight()).isCloseTo(2 / 3.0, ROUNDING);
    }

    @Test
    void evenTheUnlikeliestCharacterHasACost() {
        Alphabet reads = Alphabet.of(corpus("ab").vocabulary());
        ModelPlayer network = ModelPlayer.ofNetwork(
                symbol -> new float[] {500, -500},
                new Alphabets(Alphabet.EMPTY, reads, reads),
                new GuessingExcerpt(corpus("ab"), new Range(0, 1), new Range(1, 2)));
        assertThat(network.score(1).bits()).isCloseTo(1000 / Math.log(2), within(1e-6));
    }

    @Test
    void aCharacterTheNetworkHasNeverSeenIsNamed() {
        Alphabet reads = Alphabet.of(corpus("ab").vocabulary());
        Alphabets alphabets = new Alphabets(Alphabet.EMPTY, reads, reads);
        GuessingExcerpt foreign = new GuessingExcerpt(corpus("abc"), new Range(0, 2), new Range(2, 3));
        assertThatThrownBy(() -> ModelPlayer.ofNetwork(symbol -> new float[2], alphabets, foreign))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The model has never seen \"c\"; leave it out.");
    }

    @Test
    void anInterruptCallsTheNetworkOff() {
        Alphabet reads = Alphabet.of(corpus("ab").vocabulary());
        Alphabets alphabets = new Alphabets(Alphabet.EMPTY, reads, reads);
        GuessingExcerpt excerpt = new GuessingExcerpt(corpus("ab"), new Range(0, 1), new Range(1, 2));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ModelPlayer.ofNetwork(symbol -> new float[2], alphabets, excerpt))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
