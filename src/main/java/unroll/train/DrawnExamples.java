package unroll.train;

import java.util.Optional;
import unroll.network.Capacity;
import unroll.network.Network;
import unroll.network.Unroll;
import unroll.task.BatchPlan;
import unroll.task.ExampleBatch;
import unroll.task.Examples;
import unroll.task.TaskData;

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
        workload = new Workload(new Capacity(longest.source(), longest.steps(), config.batch()), plan.batches(), (int)
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
