package unroll.train;

import java.util.Optional;
import unroll.network.Network;
import unroll.network.Unroll;
import unroll.task.ExampleBatch;
import unroll.task.TaskData;

/** Where a trainer's batches come from. What a step reads follows from its number alone, so a run can go on anywhere. */
interface Batches {
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
}
