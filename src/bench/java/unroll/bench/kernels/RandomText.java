package unroll.bench.kernels;

import java.io.IOException;
import java.util.SplittableRandom;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;

/** A text without meaning. */
final class RandomText {
    static final int VOCABULARY = 65;
    private static final int FIRST_SYMBOL = ' ';

    private RandomText() {}

    /** Every symbol of the vocabulary once, and then whatever comes. */
    static Corpus ofLength(int length) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (FIRST_SYMBOL + (i < VOCABULARY ? i : random.nextInt(VOCABULARY))));
        }
        return CorpusReader.ofText("random symbols", text);
    }
}
