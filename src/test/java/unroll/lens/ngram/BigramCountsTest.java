package unroll.lens.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.message.ProblemException;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.Layout;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.TaskRequest;
import unroll.train.Evaluator;

class BigramCountsTest {
    private static final double EXACT = 1e-12;
    private static final Split MOSTLY_TRAINING = new Split(0.8, 0.2, 0);

    private static TaskData.ExampleSets data(String text, Split split) throws Exception {
        Corpus corpus = CorpusReader.ofText("a text", text);
        return (TaskData.ExampleSets)
                TaskConfig.parse("bigram").data(TaskRequest.of(1, split).withText(corpus));
    }

    private static BigramCounts training(TaskData.ExampleSets data) {
        return BigramCounts.of(data.training(), data.layout());
    }

    /** The training part is "aabab" and its pairs aa, ab, ba, ab; the symbols are a and b. */
    @Test
    void countsAndSmoothsAsOnPaper() throws Exception {
        TaskData.ExampleSets data = data("aababbaaab", new Split(0.5, 0.5, 0));
        Layout layout = data.layout();
        int a = layout.alphabets().input().encode("a")[0];
        int b = layout.alphabets().input().encode("b")[0];
        BigramCounts counts = training(data);
        assertThat(counts.total()).isEqualTo(4);
        assertThat(counts.count(a, a)).isEqualTo(1);
        assertThat(counts.count(a, b)).isEqualTo(2);
        assertThat(counts.count(b, a)).isEqualTo(1);
        assertThat(counts.count(b, b)).isZero();
        assertThat(counts.count(a)).isEqualTo(3);
        // Alone: a and b both twice of 4, so (2 + 2 · 1/2) / (4 + 2) = 1/2 each.
        double[][] shares = counts.shares();
        assertThat(shares[a][a]).isCloseTo((1 + 2 * 0.5) / (3 + 2), within(EXACT));
        assertThat(shares[a][b]).isCloseTo((2 + 2 * 0.5) / (3 + 2), within(EXACT));
        assertThat(shares[b][a]).isCloseTo((1 + 1 * 0.5) / (1 + 1), within(EXACT));
        assertThat(shares[b][b]).isCloseTo((0 + 1 * 0.5) / (1 + 1), within(EXACT));
    }

    /** The other half is "baaab": ba, aa, aa, ab. */
    @Test
    void measuresALossAsOnPaper() throws Exception {
        TaskData.ExampleSets data = data("aababbaaab", new Split(0.5, 0.5, 0));
        BigramCounts held = BigramCounts.of(data.validation(), data.layout());
        double[][] shares = training(data).shares();
        double byHand = -(Math.log(0.75) + 2 * Math.log(0.4) + Math.log(0.6)) / 4;
        assertThat(held.loss(shares)).isCloseTo(byHand, within(EXACT));
    }

    @Test
    void agreesWithTheModelOfAllOrders() throws Exception {
        String text = "the cat sat on the mat; a rat ate the cat's hat. ".repeat(20);
        Corpus corpus = CorpusReader.ofText("a text", text);
        TaskData.ExampleSets data = (TaskData.ExampleSets) TaskConfig.parse("bigram")
                .data(TaskRequest.of(1, MOSTLY_TRAINING).withText(corpus));
        double[][] shares = training(data).shares();
        Range range = corpus.part(MOSTLY_TRAINING, SplitPart.TRAIN);
        NGramModel model = NGramModel.count(corpus, range, () -> false);
        for (int symbol = 0; symbol < shares.length; symbol++) {
            // The model counts the first symbol too, the pairs do not; they differ by that one of some eight hundred.
            assertThat(shares[symbol])
                    .as("after symbol %d", symbol)
                    .containsExactly(model.distribution(2, symbol), within(2e-3));
        }
    }

    @Test
    void theLearnedTableHasTheLossTheNetworkIsMeasuredAt() throws Exception {
        TaskData.ExampleSets data = data("a rose is a rose is a rose. ".repeat(30), MOSTLY_TRAINING);
        NetworkSpec spec = new NetworkSpec("elman", data.layout().vocabularies(), 8, 1, Directions.UNIDIRECTIONAL, 0);
        Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(3));
        double[][] learned = BigramCounts.learned(network);
        assertThat(IntStream.range(0, learned[0].length)
                        .mapToDouble(i -> learned[0][i])
                        .sum())
                .isCloseTo(1, within(1e-9));
        double measured =
                Evaluator.evaluate(network, data, SplitPart.VALIDATION, 1).loss();
        assertThat(BigramCounts.of(data.validation(), data.layout()).loss(learned))
                .isCloseTo(measured, within(1e-5));
    }

    @Test
    void refusesATableThatWouldBeTooLarge() throws Exception {
        String many = IntStream.range(0x4E00, 0x4E00 + 1100)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        TaskData.ExampleSets data = data(many, MOSTLY_TRAINING);
        assertThatThrownBy(() -> training(data))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("1,100")
                .hasMessageContaining("at most 1,024");
    }
}
