package unroll.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.settings.Settings;
import unroll.task.RandomStreams;
import unroll.task.TaskData;
import unroll.train.DivergedException;
import unroll.train.MemoryEstimate;
import unroll.train.Trainer;
import unroll.train.TrainerState;
import unroll.train.TrainingConfig;
import unroll.train.Workload;

/** Trains a partition for a round, from what all partitions have in common and from what it has left itself before. */
final class LocalTraining extends AbstractFunction1<Iterator<TextPart>, Iterator<LocalRound>> implements Serializable {
    private static final long serialVersionUID = 1;

    private final byte[] plan;
    private final Broadcast<SharedState> shared;
    private final SharedFolder out;
    private final PartitionFolder before;
    private final PartitionFolder after;

    /**
     * @param plan the file, for Settings do not travel
     * @param before what partitions left after the round before; not there where they begin their texts
     * @param after where they leave it now
     */
    LocalTraining(
            byte[] plan,
            Broadcast<SharedState> shared,
            SharedFolder out,
            PartitionFolder before,
            PartitionFolder after) {
        this.plan = plan;
        this.shared = shared;
        this.out = out;
        this.before = before;
        this.after = after;
    }

    @Override
    public Iterator<LocalRound> apply(Iterator<TextPart> parts) {
        int partition = TaskContext.get().partitionId();
        try {
            return CollectionConverters.asScala(
                    List.of(train(partition, parts.next())).iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalRound train(int partition, TextPart part) throws IOException {
        Settings settings = TrainPlan.parse("the plan", plan).settings();
        TaskData.Streams data = part.data(out.configuration().value());
        NetworkSpec spec = settings.model().spec(data.layout().vocabularies());
        TrainingConfig config = settings.training().with(change -> change.seed = seed(change.seed, partition));
        try {
            MemoryEstimate.requireFit(spec, config, Workload.of(data, config).capacity());
            return train(partition, data, new Network(spec, shared.value().vectors()[0]), config);
        } catch (DivergedException | IllegalArgumentException refused) {
            // Thrown further it would be tried again, with the same result.
            String sentence = String.format(Locale.ROOT, "Partition %d: %s", partition, refused.getMessage());
            return new LocalRound(partition, shared.value(), Double.NaN, Double.NaN, sentence);
        }
    }

    /** The first partition has the plan's own, so that a single one is trained as without Spark. */
    private static long seed(long seed, int partition) {
        return partition == 0 ? seed : RandomStreams.mix(seed + partition);
    }

    private LocalRound train(int partition, TaskData.Streams data, Network network, TrainingConfig config)
            throws IOException {
        try (Trainer trainer = new Trainer(network, data, config)) {
            OwnState own = before.isThere()
                    ? OwnState.read(out.read(before.file(partition)), network.spec(), config.batch())
                    : OwnState.of(trainer.capture());
            trainer.restore(shared.value().with(own));
            double loss = 0;
            double norm = 0;
            long steps = after.steps() - before.steps();
            for (long step = 0; step < steps; step++) {
                requireWanted();
                Trainer.Step done = trainer.step();
                loss += done.loss();
                norm += done.gradientNorm();
            }
            TrainerState state = trainer.capture();
            out.replace(after.file(partition), OwnState.of(state).bytes());
            return new LocalRound(partition, SharedState.of(state), loss / steps, norm / steps, null);
        }
    }

    private static void requireWanted() throws IOException {
        if (TaskContext.get().isInterrupted()) {
            throw new IOException("The round was given up, for its task was ended.");
        }
    }
}
