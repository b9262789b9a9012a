package unroll.train;

import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.corpus.SplitPart;
import unroll.matrix.WorkerGroup;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Argmax;
import unroll.network.Capacity;
import unroll.network.Network;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.task.Batch;
import unroll.task.Examples;
import unroll.task.NextCharacter;
import unroll.task.TaskData;
import unroll.task.score.TaskScore;

/** Measures a network without training it. */
public final class Evaluator {
    private static final int STREAMS = 32;
    private static final int WINDOW = 64;

    private Evaluator() {}

    /**
     * How well a part of a task's data is done.
     *
     * @param threads workers at most, at least 1
     * @throws ProblemException where the part is too short to be measured
     */
    public static Evaluation evaluate(Network network, TaskData data, SplitPart part, int threads) {
        if (data instanceof TaskData.Streams text) {
            return evaluate(network, text.corpus(), text.corpus().part(text.split(), part), threads);
        }
        TaskData.ExampleSets examined = (TaskData.ExampleSets) data;
        Subsample all = new Subsample(examined.part(part), 1);
        if (all.size() == 0) {
            throw Reason.PART_WITHOUT_EXAMPLES.exception(part.title());
        }
        Examples.Lengths longest = all.extent();
        Capacity capacity = new Capacity(longest.source(), longest.steps(), Math.min(STREAMS, all.size()));
        try (WorkerGroup workers = WorkerGroups.of(network.spec(), capacity.columns(), threads)) {
            return new ExampleEvaluator(examined, all, capacity.columns())
                    .evaluate(network, new Unroll(network, capacity, workers));
        }
    }

    /**
     * How well a part of a text is guessed: cut into at most 32 streams, each begun from the zero state, every character but
     * the part's first predicted once.
     *
     * @param threads workers at most, at least 1
     * @throws ProblemException where the part has fewer than two characters
     */
    private static Evaluation evaluate(Network network, Corpus corpus, Range range, int threads) {
        if (range.length() < 2) {
            throw Reason.PART_TOO_SHORT.exception(range.length());
        }
        Capacity capacity = new Capacity(WINDOW, Math.max(1, Math.min(STREAMS, range.length() / WINDOW)));
        try (WorkerGroup workers = WorkerGroups.of(network.spec(), capacity.columns(), threads)) {
            return evaluate(network, new Unroll(network, capacity, workers), capacity, corpus, range);
        }
    }

    /**
     * The same with an unroll that is there already, and has this capacity. A short part is cut into fewer streams than there are
     * columns, so that most characters are predicted from those before them and not from the zero state.
     */
    static Evaluation evaluate(Network network, Unroll unroll, Capacity capacity, Corpus corpus, Range range) {
        int streams = Math.max(1, Math.min(capacity.columns(), range.length() / capacity.steps()));
        NextCharacter task = new NextCharacter(corpus, range, streams, capacity.steps());
        Batch batch = new NextCharacter(corpus, range, capacity.columns(), capacity.steps()).emptyBatch();
        State state = State.zero(network.spec(), capacity.columns());
        double sum = 0;
        long right = 0;
        for (int index = 0; index < task.coveringWindows(); index++) {
            task.readCovering(index, batch);
            unroll.forward(new int[0], batch.inputs(), state, null);
            unroll.readFinalState(state);
            right += right(Argmax.ofColumns(unroll.logits(), network.spec().outputs()), batch.targets());
            sum += unroll.loss(batch.targets(), 0);
        }
        long characters = range.length() - 1L;
        return new Evaluation(sum / characters, characters, TaskScore.ofSteps(right, characters));
    }

    /** At how many of the asked places the likeliest symbol is the target. */
    static long right(int[] likeliest, int[] targets) {
        long right = 0;
        for (int place = 0; place < targets.length; place++) {
            // NO_TARGET is no symbol, so a step that is not asked is never right.
            right += likeliest[place] == targets[place] ? 1 : 0;
        }
        return right;
    }
}
