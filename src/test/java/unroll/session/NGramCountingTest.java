package unroll.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.lens.ngram.NGramLosses;
import unroll.lens.ngram.NGramModel;
import unroll.message.ProblemException;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.settings.Settings;
import unroll.task.TaskConfig;

class NGramCountingTest {
    private static final Split HALVES = new Split(0.5, 0.5, 0);
    private static final OpenedFiles TEXT = new OpenedFiles(text(), null);

    private final NGramCounting counting = new NGramCounting();

    private static Corpus text() {
        try {
            return CorpusReader.ofText("letters", "abcabdabeacf".repeat(30_000));
        } catch (ProblemException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        counting.close();
    }

    private static Dataset dataset(String task, Split split) throws Exception {
        return Dataset.of(Settings.startingWith(TaskConfig.parse(task)).withSplit(split), TEXT);
    }

    @Test
    void countsTheTrainingPartAndMeasuresWhatTrainingMeasures() throws Exception {
        Dataset dataset = dataset("next-character", HALVES);
        NGramLosses losses = counting.count(dataset, HALVES).get(1, TimeUnit.MINUTES);

        Range first = TEXT.text().part(HALVES, SplitPart.VALIDATION);
        Range measured = new Range(first.from(), first.from() + 100_000);
        NGramLosses expected = NGramModel.count(TEXT.text(), TEXT.text().part(HALVES, SplitPart.TRAIN), () -> false)
                .losses(TEXT.text(), measured, () -> false);
        assertThat(losses).isEqualTo(expected);
        assertThat(losses.counted()).isEqualTo(180_000);
    }

    @Test
    void theSameTextIsCountedOnce() throws Exception {
        CompletableFuture<NGramLosses> once = counting.count(dataset("next-character", HALVES), HALVES);
        assertThat(counting.count(dataset("window", HALVES), HALVES)).isSameAs(once);
    }

    @Test
    void anotherSplitBreaksTheFirstOff() throws Exception {
        CompletableFuture<NGramLosses> first = counting.count(dataset("next-character", HALVES), HALVES);
        CompletableFuture<NGramLosses> second = counting.count(dataset("next-character", Split.DEFAULT), Split.DEFAULT);
        // Canceled, unless it had been quicker.
        assertThat(first).isDone();
        assertThat(second.get(1, TimeUnit.MINUTES).counted()).isEqualTo(324_000);
    }

    @Test
    void suitsTasksThatGuessTheNextCharacterOfAText() throws Exception {
        assertThat(NGramCounting.suits(dataset("next-character", HALVES), HALVES))
                .isTrue();
        assertThat(NGramCounting.suits(dataset("window", HALVES), HALVES)).isTrue();
        assertThat(NGramCounting.suits(dataset("bigram", HALVES), HALVES)).isTrue();
        assertThat(NGramCounting.suits(dataset("addition", HALVES), HALVES)).isFalse();
        Split unmeasured = new Split(1, 0, 0);
        assertThat(NGramCounting.suits(dataset("next-character", unmeasured), unmeasured))
                .isFalse();
    }
}
