package unroll.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;
import unroll.task.Alphabet;
import unroll.task.Alphabets;

class SurprisesTest {
    private static final String TEXT = "aaaaaaaaaa\nabbbbbbbbb\nbb\naaaaabaaaa\na";
    /** A player that gives 7/8 to an a, 1/16 to a b and to a line end, whatever came before. */
    private static final double[] PROBABILITIES = {7 / 8.0, 1 / 16.0, 1 / 16.0};

    private static Surprises surprises() {
        Corpus text = CorpusReader.ofText("letters", TEXT);
        Alphabet alphabet = Alphabet.of(text.vocabulary());
        float[] logits = new float[alphabet.size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float)
                    Math.log(PROBABILITIES["ab\n".indexOf(alphabet.symbol(i).text())]);
        }
        return Surprises.of(
                symbol -> logits, new Alphabets(Alphabet.EMPTY, alphabet, alphabet), text, new Range(0, TEXT.length()));
    }

    @Test
    void findsTheLinesThatCostMostAndLeavesShortOnesOut() {
        assertThat(surprises().lines(2))
                .extracting(line -> TEXT.substring(line.from(), line.to()))
                .containsExactly("abbbbbbbbb", "aaaaabaaaa");
        assertThat(surprises().lines(1).get(0).bits()).isCloseTo((9 * 4 - log2(7 / 8.0)) / 10, within(1e-6));
    }

    @Test
    void findsTheCharactersThatCostMostAndLeavesRareOnesOut() {
        assertThat(surprises().characters(9))
                .extracting(Surprises.CharacterCost::codePoint)
                .as("the line end comes four times only")
                .containsExactly((int) 'b', (int) 'a');
        Surprises.CharacterCost b = surprises().characters(1).get(0);
        assertThat(b.count()).isEqualTo(12);
        assertThat(b.right()).isZero();
        assertThat(b.bits()).isCloseTo(4, within(1e-6));
        assertThat(surprises().bits(0)).as("nothing foretells the first").isNaN();
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
