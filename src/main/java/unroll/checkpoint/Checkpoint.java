package unroll.checkpoint;

import java.nio.file.Path;
import unroll.files.AtomicFile;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.TaskData;
import unroll.train.Trainer;

/**
 * A model and its run, whole: what a file holds, and all that is needed to go on bit for bit where it was taken.
 *
 * <p>The file is a plain safetensors file, see {@link SafetensorsWriter}: the weights under PyTorch's names, see
 * {@link TorchLayout}; {@code optimizer.0.}, {@code optimizer.1.} before the same names for the optimizer's memory; {@code lastGood.} likewise for
 * the weights to fall back on, where those of the model are not as good; {@code trained.} for the weights that training goes on with, where those of the
 * model are their average;
 * {@code state.0}, {@code state.1} [layers · directions × B × n_a] for the carried state (a, and the LSTM's c); {@code random} for the
 * random numbers. Everything else is JSON in the metadata. {@code docs/load_in_torch.py} opens it in Python.
 *
 * @param spec the network's shape
 * @param subject what it learned
 * @param training the run
 */
public record Checkpoint(NetworkSpec spec, TrainingData subject, TrainingSnapshot training) {

    /** @throws IllegalArgumentException where the network reads or gives more or fewer symbols than it learned */
    public Checkpoint {
        if (!spec.vocabularies().equals(subject.layout().vocabularies())) {
            throw new IllegalArgumentException("The network has %s, but it learned %s."
                    .formatted(spec.vocabularies(), subject.layout().vocabularies()));
        }
    }

    /**
     * Writes it to a file, whole or not at all.
     *
     * @throws ProblemException with a sentence, where the file cannot be written
     */
    public void save(Path file) {
        AtomicFile.write(file, out -> CheckpointFormat.write(this, out));
    }

    /**
     * Reads a file that {@link #save} wrote. Nothing in it is trusted: every byte is checked against the file's checksum, and every
     * claim against the file's length before anything is allocated for it.
     *
     * @throws ProblemException where the file is missing, damaged, of a newer version, or does not hold
     *     what it describes
     */
    public static Checkpoint load(Path file) {
        try (SafetensorsFile opened = SafetensorsFile.open(file)) {
            return new CheckpointReader(opened).read();
        }
    }

    /** A network to write with: with the average of the weights where there is one. */
    public Network network() {
        return new Network(spec, training.state().modelWeights());
    }

    /**
     * A trainer that goes on exactly here; the caller closes it.
     *
     * @param data the same, see {@link TrainingData#isOf}
     * @throws ProblemException where they have other symbols or are too few
     */
    public Trainer resume(TaskData data) {
        if (!data.layout().equals(subject.layout())) {
            throw Reason.OTHER_SYMBOLS.exception(subject.name());
        }
        Trainer trainer = new Trainer(network(), data, training.config());
        trainer.restore(training.state());
        return trainer;
    }
}
