package unroll.session.model;

import java.io.IOException;
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
    public void check(Dataset material, Settings settings) {
        Trainer.requireFit(material.data(), settings.training());
        requireMemory(spec(material, settings), material.data(), settings.training());
    }

    @Override
    public void checkTogether(Dataset material, List<Settings> models) {
        MemoryEstimate.requireFitTogether(
                models.stream().map(settings -> estimate(material, settings)).toList());
    }

    /** The memory that training with these settings takes. */
    public static MemoryEstimate estimate(Dataset material, Settings settings) {
        TrainingConfig config = settings.training();
        Capacity capacity = Workload.of(material.data(), config).capacity();
        return MemoryEstimate.of(spec(material, settings), config, capacity);
    }

    static void requireMemory(NetworkSpec spec, TaskData data, TrainingConfig config) {
        MemoryEstimate.requireFit(spec, config, Workload.of(data, config).capacity());
    }

    /** The network that settings make for data. */
    public static NetworkSpec spec(Dataset material, Settings settings) {
        return settings.model().spec(material.data().layout().vocabularies());
    }

    @Override
    public Learner begin(Dataset material, Settings settings) {
        check(material, settings);
        Network network = new Network(
                spec(material, settings),
                Workload.of(material.data(), settings.training()).capacity().steps(),
                RandomStreams.initialization(settings.training().seed()));
        Trainer trainer = new Trainer(network, material.data(), settings.training());
        return new TrainerLearner(trainer, material, settings.split());
    }

    @Override
    public Stored read(Path file) throws IOException {
        return new StoredCheckpoint(Checkpoint.load(file));
    }

    @Override
    public Stored stored(Learner.Capture capture) {
        return new StoredCheckpoint(((CheckpointCapture) capture).checkpoint());
    }
}
