package unroll.train;

import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.matrix.Team;
import unroll.network.Network;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.task.Batch;
import unroll.task.NextCharacter;

/** Measures a network on a text without training it. */
public final class Evaluator {
    private static final int STREAMS = 32;
    private static final int WINDOW = 64;

    private Evaluator() {}

    /**
     * The mean loss over a part of a text: cut into at most 32 streams, each begun from the zero state, every character but
     * the part's first predicted once.
     *
     * @param threads workers at most, at least 1
     * @throws IllegalArgumentException where the part has fewer than two characters
     */
    public static Evaluation evaluate(Network network, Corpus corpus, Range range, int threads) {
        if (range.length() < 2) {
            throw new IllegalArgumentException(
                    "This part of the text has %d characters; at least 2 are needed to predict one from the other."
                            .formatted(range.length()));
        }
        int streams = Math.max(1, Math.min(STREAMS, range.length() / WINDOW));
        try (Team team = Teams.of(network.spec(), streams, threads)) {
            return evaluate(network, new Unroll(network, WINDOW, streams, team), corpus, range);
        }
    }

    /** The same with an unroll that is there already, and its batch and window. */
    static Evaluation evaluate(Network network, Unroll unroll, Corpus corpus, Range range) {
        NextCharacter task = new NextCharacter(corpus, range, unroll.columns(), unroll.steps());
        Batch batch = task.emptyBatch();
        State state = State.zero(network.spec(), unroll.columns());
        double sum = 0;
        for (int index = 0; index < task.coveringWindows(); index++) {
            task.readCovering(index, batch);
            unroll.forward(batch.inputs(), state, null);
            unroll.readFinalState(state);
            sum += unroll.loss(batch.targets(), 0);
        }
        long characters = range.length() - 1L;
        return new Evaluation(sum / characters, characters);
    }
}
