package unroll.train;

import java.util.Optional;
import unroll.corpus.Corpus;
import unroll.corpus.Range;
import unroll.corpus.SplitPart;
import unroll.network.Capacity;
import unroll.network.Network;
import unroll.network.Unroll;
import unroll.task.BatchPlan;
import unroll.task.ExampleBatch;
import unroll.task.Examples;
import unroll.task.NextCharacter;
import unroll.task.TaskData;

/** Where a trainer's batches come from. What a step reads follows from its number alone, so a run can go on anywhere. */
sealed interface Batches {
    /** Those of a task's data. */
    static Batches of(TaskData data, TrainingConfig config) {
        return data instanceof TaskData.ExampleSets examined
                ? new DrawnExamples(examined, config)
                : new TextStreams((TaskData.Streams) data, config);
    }

    /** What there is to do. */
    Workload workload();

    /** The batch of a step, counted from 0; good until the next call. */
    ExampleBatch read(long step);

    /** Whether a step goes on from the state that the one before it left, and not from zero. */
    boolean goesOn(long step);

    /** How well the validation part is done, of which a large one is only measured in part; empty where there is none. */
    Optional<Evaluation> validate(Network network, Unroll unroll);

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
            task = new NextCharacter(
                    corpus, corpus.part(data.split(), SplitPart.TRAIN), config.batch(), config.window());
            workload = new Workload(
                    new Capacity(config.window(), config.batch()),
                    task.wholeWindows(),
                    config.batch() * config.window());
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

    /** Examples in a random order that is another one each epoch; each begins from the zero state. */
    final class DrawnExamples implements Batches {
        private final Subsample measured;
        private final ExampleEvaluator evaluator;
        private final BatchPlan plan;
        private final Workload workload;

        DrawnExamples(TaskData.ExampleSets data, TrainingConfig config) {
            Examples.Lengths training = data.training().extent();
            Examples.Lengths held = data.validation().extent();
            Examples.Lengths longest = training.and(held);
            plan = new BatchPlan(data.training(), data.layout().type(), config.batch(), config.seed());
            workload =
                    new Workload(new Capacity(longest.source(), longest.steps(), config.batch()), plan.batches(), (int)
                            (training.symbols() / plan.batches()));
            measured = new Subsample(data.validation(), 1 + (int) (held.symbols() / Trainer.MAX_VALIDATED));
            evaluator = new ExampleEvaluator(data, measured, config.batch());
        }

        @Override
        public Workload workload() {
            return workload;
        }

        @Override
        public ExampleBatch read(long step) {
            return plan.read(step / plan.batches(), (int) (step % plan.batches()));
        }

        @Override
        public boolean goesOn(long step) {
            return false;
        }

        @Override
        public Optional<Evaluation> validate(Network network, Unroll unroll) {
            return measured.size() == 0 ? Optional.empty() : Optional.of(evaluator.evaluate(network, unroll));
        }
    }
}
