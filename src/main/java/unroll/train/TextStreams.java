package unroll.train;

import java.util.Optional;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.corpus.SplitPart;
import unroll.network.Capacity;
import unroll.network.Network;
import unroll.network.Unroll;
import unroll.task.ExampleBatch;
import unroll.task.NextCharacter;
import unroll.task.TaskData;

/** Windows of a text cut into streams, one a column; each goes on where the one before it ended. */
final class TextStreams implements Batches {
    private final Corpus corpus;
    private final Range validation;
    private final NextCharacter task;
    private final Workload workload;
    private final ExampleBatch batch;

    TextStreams(TaskData.Streams data, TrainingConfig config) {
        corpus = data.corpus();
        validation = atMost(Trainer.MAX_VALIDATED, corpus.part(data.split(), SplitPart.VALIDATION));
        task = new NextCharacter(corpus, corpus.part(data.split(), SplitPart.TRAIN), config.batch(), config.window());
        workload = new Workload(
                new Capacity(config.window(), config.batch()), task.wholeWindows(), config.batch() * config.window());
        batch = new ExampleBatch(new int[0], task.emptyBatch());
    }

    private static Range atMost(int length, Range range) {
        return new Range(range.from(), range.from() + Math.min(length, range.length()));
    }

    @Override
    public Workload workload() {
        return workload;
    }

    @Override
    public ExampleBatch read(long step) {
        task.readWhole((int) (step % task.wholeWindows()), batch.batch());
        return batch;
    }

    @Override
    public boolean goesOn(long step) {
        return step % task.wholeWindows() != 0;
    }

    @Override
    public Optional<Evaluation> validate(Network network, Unroll unroll) {
        return validation.length() < 2
                ? Optional.empty()
                : Optional.of(Evaluator.evaluate(network, unroll, workload.capacity(), corpus, validation));
    }
}
