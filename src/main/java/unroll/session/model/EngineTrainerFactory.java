package unroll.session.model;

import java.nio.file.Path;
import java.util.List;
import unroll.checkpoint.Checkpoint;
import unroll.network.Capacity;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.session.data.Dataset;
import unroll.settings.Settings;
import unroll.task.RandomStreams;
import unroll.task.TaskData;
import unroll.train.MemoryEstimate;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;
import unroll.train.Workload;

/** Makes learners of the real engine. */
public final class EngineTrainerFactory implements TrainerFactory {
    @Override
    public void check(Dataset dataset, Settings settings) {
        Trainer.requireFit(dataset.data(), settings.training());
        requireMemory(spec(dataset, settings), dataset.data(), settings.training());
    }

    @Override
    public void checkTogether(Dataset dataset, List<Settings> models) {
        MemoryEstimate.requireFitTogether(
                models.stream().map(settings -> estimate(dataset, settings)).toList());
    }

    /** The memory that training with these settings takes. */
    public static MemoryEstimate estimate(Dataset dataset, Settings settings) {
        TrainingConfig config = settings.training();
        Capacity capacity = Workload.of(dataset.data(), config).capacity();
        return MemoryEstimate.of(spec(dataset, settings), config, capacity);
    }

    static void requireMemory(NetworkSpec spec, TaskData data, TrainingConfig config) {
        MemoryEstimate.requireFit(spec, config, Workload.of(data, config).capacity());
    }

    /** The network that settings make for data. */
    public static NetworkSpec spec(Dataset dataset, Settings settings) {
        return settings.model().spec(dataset.data().layout().vocabularies());
    }

    @Override
    public Learner begin(Dataset dataset, Settings settings) {
        check(dataset, settings);
        Network network = new Network(
                spec(dataset, settings),
                Workload.of(dataset.data(), settings.training()).capacity().steps(),
                RandomStreams.initialization(settings.training().seed()));
        Trainer trainer = new Trainer(network, dataset.data(), settings.training());
        return new TrainerLearner(trainer, dataset, settings.split());
    }

    @Override
    public Learner.Capture read(Path file) {
        return CheckpointCapture.of(Checkpoint.load(file));
    }
}
