package unroll.lens.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;

class NGramModelTest {
    private static final int A = 0;
    private static final int B = 1;

    /**
     * "abaab" counted by hand: a 3, b 2; ab 2, ba 1, aa 1; aba 1, baa 1, aab 1. The last b and the last ab are followed by
     * nothing.
     */
    @Test
    void probabilitiesAreTheHandCountedSums() {
        NGramModel model = NGramModel.count(corpus("abaab"), new Range(0, 5), () -> false);

        // No counts: 1/V.
        assertThat(model.distribution(0)).containsExactly(0.5, 0.5);
        // (3 + 2·1/2) / (5 + 2), (2 + 2·1/2) / (5 + 2)
        assertSame(model.distribution(1), 4 / 7.0, 3 / 7.0);
        // After a come b, a, b: (1 + 2·4/7) / (3 + 2), (2 + 2·3/7) / (3 + 2)
        assertSame(model.distribution(2, A), 3 / 7.0, 4 / 7.0);
        // After b comes a, once: (1 + 1·4/7) / (1 + 1), (0 + 1·3/7) / (1 + 1)
        assertSame(model.distribution(2, B), 11 / 14.0, 3 / 14.0);
        // After ab comes a, once: (1 + 11/14) / 2, (0 + 3/14) / 2
        assertSame(model.distribution(3, A, B), 25 / 28.0, 3 / 28.0);
        // After ba comes a, once: (1 + 3/7) / 2, (0 + 4/7) / 2
        assertSame(model.distribution(3, B, A), 5 / 7.0, 2 / 7.0);
        // bb never occurs: as after b.
        assertSame(model.distribution(3, B, B), 11 / 14.0, 3 / 14.0);
        // A context too short for the order: as after a.
        assertSame(model.distribution(6, A), 3 / 7.0, 4 / 7.0);
    }

    /** "abaab" is counted, "ab" measured: a after …aab, b after …aba. */
    @Test
    void lossesAreTheHandCountedSums() {
        Corpus corpus = corpus("abaabab");
        NGramModel model = NGramModel.count(corpus, new Range(0, 5), () -> false);

        NGramLosses losses = model.losses(corpus, new Range(5, 7), () -> false);

        assertThat(losses.counted()).isEqualTo(5);
        assertThat(losses.measured()).isEqualTo(2);
        assertThat(losses.uniform()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(losses.unigram()).isCloseTo(meanLoss(4 / 7.0, 3 / 7.0), within(1e-12));
        assertThat(losses.nats().get(2)).isCloseTo(meanLoss(11 / 14.0, 4 / 7.0), within(1e-12));
        assertThat(losses.nats().get(3)).isCloseTo(meanLoss(25 / 28.0, 2 / 7.0), within(1e-12));
        // After aab nothing is known, so as after ab; after aba comes a: (0 + 2/7) / 2.
        assertThat(losses.nats().get(4)).isCloseTo(meanLoss(25 / 28.0, 1 / 7.0), within(1e-12));
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everythingIsWhatSlowCountingGives(long seed) {
        Random random = new Random(seed);
        Corpus corpus = randomCorpus(2 + random.nextInt(5), 20 + random.nextInt(300), random);
        int from = random.nextInt(5);
        int to = corpus.length() * 2 / 3;
        NGramModel model = NGramModel.count(corpus, new Range(from, to), () -> false);
        Slow slow = new Slow(symbols(corpus, from, to), corpus.vocabulary().size());
        Range measured = new Range(to + random.nextInt(3), corpus.length());

        List<Double> losses = model.losses(corpus, measured, () -> false).nats();

        for (int order = 0; order <= NGramModel.HIGHEST; order++) {
            String label = String.format(Locale.ROOT, "order %d, seed %d", order, seed);
            double sum = 0;
            for (int position = measured.from(); position < measured.to(); position++) {
                int[] context = symbols(corpus, 0, position);
                double[] p = model.distribution(order, context);
                for (int w = 0; w < p.length; w++) {
                    assertThat(p[w]).as(label).isCloseTo(slow.p(order, context, w), within(1e-12));
                }
                assertThat(Arrays.stream(p).sum()).as(label).isCloseTo(1, within(1e-12));
                sum -= Math.log(slow.p(order, context, corpus.symbol(position)));
            }
            assertThat(losses.get(order)).as(label).isCloseTo(sum / measured.length(), within(1e-9));
        }
    }

    @Test
    void aTableThatIsFullTakesNoMoreOfTheText() {
        Corpus corpus = randomCorpus(6, 5000, new Random(3));
        Range range = new Range(0, corpus.length());
        NGramModel whole = NGramModel.count(corpus, range, () -> false);
        NGramModel part = NGramModel.count(corpus, range, 1000, () -> false);

        assertThat(whole.counted()).isEqualTo(5000);
        assertThat(part.counted()).isBetween(1000 / NGramModel.HIGHEST, 1000);
        NGramModel leading = NGramModel.count(corpus, new Range(0, part.counted()), () -> false);
        assertThat(part.losses(corpus, range, () -> false)).isEqualTo(leading.losses(corpus, range, () -> false));
    }

    @Test
    void bothPassesCanBeCalledOff() {
        Corpus corpus = corpus("abaabab");
        Range range = new Range(0, 7);
        NGramModel model = NGramModel.count(corpus, range, () -> false);

        assertThatThrownBy(() -> NGramModel.count(corpus, range, () -> true)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> model.losses(corpus, range, () -> true)).isInstanceOf(CancellationException.class);
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        Corpus corpus = corpus("abaabab");
        NGramModel model = NGramModel.count(corpus, new Range(0, 7), () -> false);

        assertThatThrownBy(() -> model.losses(corpus, new Range(7, 7), () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> model.losses(corpus("abc"), new Range(0, 3), () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3");
        assertThatThrownBy(() -> model.distribution(7)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> model.distribution(2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** The formula as it stands in the Javadoc, counting again each time. */
    private record Slow(int[] text, int vocabulary) {
        double p(int order, int[] before, int w) {
            if (order == 0) {
                return 1.0 / vocabulary;
            }
            int length = order - 1;
            double shorter = p(order - 1, before, w);
            if (length > before.length) {
                return shorter;
            }
            int[] h = Arrays.copyOfRange(before, before.length - length, before.length);
            int c = 0;
            int cw = 0;
            Set<Integer> types = new HashSet<>();
            for (int i = length; i < text.length; i++) {
                if (Arrays.equals(h, Arrays.copyOfRange(text, i - length, i))) {
                    c++;
                    cw += text[i] == w ? 1 : 0;
                    types.add(text[i]);
                }
            }
            return c == 0 ? shorter : (cw + types.size() * shorter) / (c + types.size());
        }
    }

    private static Corpus corpus(String text) {
        return CorpusReader.ofText("text", text);
    }

    /** Letters that like to follow one another, so that long n-grams occur again; every one of them occurs. */
    private static Corpus randomCorpus(int vocabulary, int length, Random random) {
        StringBuilder text = new StringBuilder("abcdefgh".substring(0, vocabulary));
        while (text.length() < length) {
            int last = text.charAt(text.length() - 1) - 'a';
            int next = random.nextInt(3) > 0 ? last + 1 : random.nextInt(vocabulary);
            text.append((char) ('a' + next % vocabulary));
        }
        return corpus(text.toString());
    }

    private static int[] symbols(Corpus corpus, int from, int to) {
        int[] symbols = new int[to - from];
        corpus.copy(from, to - from, symbols, 0, 1);
        return symbols;
    }

    private static double meanLoss(double... probabilities) {
        return -Arrays.stream(probabilities).map(Math::log).sum() / probabilities.length;
    }

    private static void assertSame(double[] actual, double... expected) {
        List<Double> boxed = new ArrayList<>();
        Arrays.stream(actual).forEach(boxed::add);
        assertThat(boxed).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("entry %d of %s", i, boxed).isCloseTo(expected[i], within(1e-12));
        }
    }
}
