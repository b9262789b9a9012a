package unroll.spark;

import java.io.IOException;
import java.util.Locale;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import unroll.message.ProblemException;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.RandomStreams;
import unroll.task.TaskData;
import unroll.train.MemoryEstimate;
import unroll.train.Trainer;
import unroll.train.TrainerState;
import unroll.train.TrainingConfig;
import unroll.train.Workload;

/** Trains a partition for a round, from what all partitions have in common and from what it has left itself before. */
final class LocalTraining implements Function<TextPart, LocalRound> {
    private static final long serialVersionUID = 1;

    private final byte[] plan;
    private final Broadcast<SharedState> shared;
    private final SharedFolder out;
    private final boolean goesOn;

    /**
     * @param plan the file, for Settings do not travel
     * @param out where the partitions' own states lie
     * @param goesOn whether partitions go on with what they left after the round before; otherwise they begin their texts with
     *     an empty state
     */
    LocalTraining(byte[] plan, Broadcast<SharedState> shared, SharedFolder out, boolean goesOn) {
        this.plan = plan;
        this.shared = shared;
        this.out = out;
        this.goesOn = goesOn;
    }

    @Override
    public LocalRound call(TextPart part) throws IOException {
        int partition = TaskContext.get().partitionId();
        TrainPlan read = TrainPlan.parse("the plan", plan);
        TaskData.Streams data = part.data(out.configuration().value());
        NetworkSpec spec = read.settings().model().spec(data.layout().vocabularies());
        TrainingConfig config = read.settings().training().with(change -> change.seed = seed(change.seed, partition));
        try {
            MemoryEstimate.requireFit(spec, config, Workload.of(data, config).capacity());
            try (Trainer trainer = new Trainer(new Network(spec, shared.value().vectors()[0]), data, config)) {
                return train(partition, trainer, read, spec);
            }
        } catch (ProblemException | IllegalArgumentException refused) {
            // Thrown further it would be tried again, with the same result.
            String sentence = String.format(Locale.ROOT, "Partition %d: %s", partition, Job.sentence(refused));
            return new LocalRound(partition, shared.value(), Double.NaN, Double.NaN, sentence);
        }
    }

    /** The first partition has the plan's own, so that a single one is trained as without Spark. */
    private static long seed(long seed, int partition) {
        return partition == 0 ? seed : RandomStreams.mix(seed + partition);
    }

    private LocalRound train(int partition, Trainer trainer, TrainPlan read, NetworkSpec spec) throws IOException {
        long start = shared.value().steps();
        long end = read.endOfRound(start);
        int count = read.partitions();
        OwnState own = goesOn
                ? OwnState.read(
                        out.read(OwnState.file(partition, count, start)),
                        spec,
                        read.settings().training().batch())
                : OwnState.of(trainer.capture());
        trainer.restore(shared.value().with(own));
        double loss = 0;
        double norm = 0;
        for (long step = start; step < end; step++) {
            requireWanted();
            Trainer.Step done = trainer.step();
            loss += done.loss();
            norm += done.gradientNorm();
        }
        TrainerState state = trainer.capture();
        out.write(OwnState.file(partition, count, end), OwnState.of(state).bytes());
        long steps = end - start;
        return new LocalRound(partition, SharedState.of(state), loss / steps, norm / steps, null);
    }

    private static void requireWanted() throws IOException {
        if (TaskContext.get().isInterrupted()) {
            throw new IOException("The round was given up, for its task was ended.");
        }
    }
}
