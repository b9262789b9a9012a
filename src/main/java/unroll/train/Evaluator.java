package unroll.train;

import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.network.Network;

/** Measures a network on a text without training it. */
public final class Evaluator {
    private static final int STREAMS = 32;
    private static final int WINDOW = 64;

    private Evaluator() {}

    /**
     * The mean loss over a part of a text: cut into at most 32 streams, each begun from the zero state, every character but
     * the part's first predicted once.
     *
     * @param threads workers, at least 1
     * @throws IllegalArgumentException where the part has fewer than two characters
     */
    public static Evaluation evaluate(Network network, Corpus corpus, Range range, int threads) {
        if (range.length() < 2) {
            throw new IllegalArgumentException(
                    "This part of the text has %d characters; at least 2 are needed to predict one from the other."
                            .formatted(range.length()));
        }
        int streams = Math.max(1, Math.min(STREAMS, range.length() / WINDOW));
        try (Shards shards = new Shards(network, streams, WINDOW, threads)) {
            return shards.evaluate(network, corpus, range);
        }
    }
}
