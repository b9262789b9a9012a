package unroll.lens.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.Alphabet;
import unroll.task.Example;
import unroll.task.Examples;
import unroll.task.InputOutput;
import unroll.task.Layout;
import unroll.task.Matcher;
import unroll.task.ReadingOrder;
import unroll.task.RnnType;
import unroll.task.TaskData;

class ReadingExcerptTest {
    private static final List<InputOutput> PAIRS =
            List.of(new InputOutput("abc", "xyz"), new InputOutput("de", "xy"), new InputOutput("a\nb", "xyx"));
    private static final Unit UNIT = new Unit(0, 0, 2);

    /** Pairs laid out with an alphabet of all of them. */
    private record Some(Layout layout, List<InputOutput> pairs) implements Examples {
        @Override
        public int size() {
            return pairs.size();
        }

        @Override
        public Example example(int index) {
            return layout.example(pairs.get(index));
        }

        @Override
        public InputOutput pair(int index) {
            return pairs.get(index);
        }
    }

    private static TaskData examined(List<InputOutput> training, List<InputOutput> validation) {
        Layout layout = Layout.of(RnnType.MANY_TO_MANY_EQUAL, ReadingOrder.FORWARDS, PAIRS);
        return new TaskData.ExampleSets(
                layout,
                Matcher.SAME,
                new Some(layout, training),
                new Some(layout, validation),
                new Some(layout, List.of()));
    }

    private static Network network(Alphabet read) {
        return new Network(new NetworkSpec("gru", read.size(), 5, 1, 0), RandomSource.XO_SHI_RO_256_PP.create(3));
    }

    private static String words(ReadingExcerpt excerpt) {
        return new String(excerpt.text(), 0, excerpt.text().length);
    }

    @Test
    void takesTheBeginOfTheValidationText() throws Exception {
        Corpus corpus = CorpusReader.ofText("text", "0123456789".repeat(10));
        TaskData data = new TaskData.Streams(corpus, new Split(0.85, 0.15, 0));

        assertThat(words(ReadingExcerpt.heldOut(data, 8))).isEqualTo("56789012");
        assertThat(words(ReadingExcerpt.heldOut(data, 100))).isEqualTo("567890123456789");
    }

    @Test
    void takesTheTrainingTextWhereNothingIsHeldOut() throws Exception {
        Corpus corpus = CorpusReader.ofText("text", "0123456789");

        assertThat(words(ReadingExcerpt.heldOut(new TaskData.Streams(corpus, new Split(1, 0, 0)), 4)))
                .isEqualTo("0123");
    }

    @Test
    void putsExamplesOnLines() {
        assertThat(words(ReadingExcerpt.heldOut(examined(List.of(), PAIRS), 100)))
                .isEqualTo("abc\nde\na\nb");
        assertThat(words(ReadingExcerpt.heldOut(examined(PAIRS, List.of()), 5))).isEqualTo("abc\nde");
    }

    /** Each is read as if it stood alone, and nothing is said about the line ends between them. */
    @Test
    void readsEveryExampleFromTheZeroState() {
        TaskData data = examined(List.of(), PAIRS);
        Alphabet alphabet = data.layout().alphabets().input();
        Network network = network(alphabet);

        float[] activations = ReadingExcerpt.heldOut(data, 100).activations(network, UNIT);

        float[] second = new Passage(alphabet.encode("de")).activations(network, UNIT);
        assertThat(Arrays.copyOfRange(activations, 4, 6)).containsExactly(second);
        assertThat(activations[3]).isNaN();
        assertThat(activations[6]).isNaN();
        assertThat(activations[8]).as("a line end within an example is read").isNotNaN();
    }

    /** The finder sees each character with the activation that is painted there. */
    @Test
    void findsUnitsByWhatIsPainted() {
        Alphabet alphabet = Alphabet.ofCharacters(List.of("ab \n"));
        Network network = network(alphabet);
        ReadingExcerpt excerpt = ReadingExcerpt.of(alphabet, "ab ba a b\nabba ab ");

        UnitFinder.UnitMatch best = excerpt.best(network, 1).get(Feature.SPACE).get(0);

        float[] activations = excerpt.activations(network, best.unit());
        assertThat(best.correlation())
                .isCloseTo(correlation(activations, Feature.SPACE.of(excerpt.text())), within(1e-6));
    }

    private static double correlation(float[] x, float[] y) {
        double n = x.length;
        double mx = 0;
        double my = 0;
        for (int i = 0; i < x.length; i++) {
            mx += x[i] / n;
            my += y[i] / n;
        }
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.sqrt(xx * yy);
    }

    @Test
    void saysWhenItCannotBeRead() {
        Alphabet alphabet = Alphabet.ofCharacters(List.of("ab"));
        Network bidirectional = new Network(
                new NetworkSpec("gru", 2, 5, 1, 0).with(Directions.BIDIRECTIONAL),
                RandomSource.XO_SHI_RO_256_PP.create(3));

        assertThatThrownBy(() -> ReadingExcerpt.of(alphabet, "ab".repeat(600)).activations(bidirectional, UNIT))
                .hasMessageContaining("bidirectional");
        assertThatThrownBy(() -> ReadingExcerpt.of(alphabet, "abc")).hasMessageContaining("never seen \"c\"");
    }
}
