package unroll.checkpoint;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.corpus.Corpus;
import unroll.corpus.Split;
import unroll.message.Damage;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.Tasks;
import unroll.train.RunMetrics;
import unroll.train.TextFit;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

/**
 * Makes a model of the weights of a text generator that was trained in PyTorch: {@code RNN}, {@code GRU} or {@code LSTM}, of any
 * depth, over one-hot symbols or an {@code Embedding}, with a {@code Linear} output, saved by {@code safetensors}. What the
 * modules are called does not matter; names and shapes of their tensors say the rest.
 *
 * <p>An embedding is multiplied into the input weights, which gives the same network over one-hot symbols. Of PyTorch's two
 * biases we keep the sum, where the cell has but one.
 */
public final class PyTorchImport {
    private static final String FIRST = "weight_ih_l0";

    /** What a checkpoint of ours holds beside its weights. */
    private static final List<String> OF_RUNS = List.of("optimizer.", "lastGood.", "state.", "random");

    private final SafetensorsFile file;

    /** Tensors not yet recognized, by name. */
    private final Map<String, SafetensorsFile.Entry> unknown = new LinkedHashMap<>();

    private PyTorchImport(SafetensorsFile file) {
        this.file = file;
        file.tensors().stream()
                .filter(tensor -> OF_RUNS.stream().noneMatch(tensor.name()::startsWith))
                .forEach(tensor -> unknown.put(tensor.name(), tensor));
    }

    /**
     * Makes a model of the weights in a file; its run is at step 0.
     *
     * @param text whose different characters, in the order of their code points, are the network's symbols
     * @param cell a registered cell's name, or null for the one that the shapes say; they do not tell an {@code RNN}'s tanh from its
     *     ReLU, and tanh is assumed
     * @throws ProblemException where the file holds no such network, or one of other symbols
     * @throws ProblemException where there is no such cell or the text is too short to train on
     */
    public static Checkpoint read(Path file, Corpus text, @Nullable String cell) {
        try (SafetensorsFile opened = SafetensorsFile.openForeign(file)) {
            return new PyTorchImport(opened).checkpoint(text, cell);
        }
    }

    private Checkpoint checkpoint(Corpus text, @Nullable String cell) {
        String layers = layersPrefix();
        NetworkSpec spec = spec(layers, text.vocabulary().size(), cell);
        String output = outputPrefix(layers, spec);
        String embedding = embedding(layers, output);
        float[] weights = new TorchLayout(spec).values((name, sink, shape) -> {
            String given = name.startsWith("rnn.")
                    ? layers + name.substring("rnn.".length())
                    : output + name.substring("out.".length());
            float[] numbers = embedding != null && name.equals("rnn." + FIRST)
                    ? embedded(given, embedding, shape)
                    : numbers(given, shape);
            for (int i = 0; i < numbers.length; i++) {
                sink.put(i, numbers[i]);
            }
        });
        if (!unknown.isEmpty()) {
            throw Damage.UNKNOWN_TENSOR.exception(
                    file.path(), unknown.keySet().iterator().next());
        }
        CheckpointReader.requireNumbers(weights, file.path());
        return untrained(new Network(spec, weights), text);
    }

    private static Checkpoint untrained(Network network, Corpus text) {
        TaskData.Streams data = new TaskData.Streams(text, Split.DEFAULT);
        TrainingConfig config = new TextFit(data).adapt(TrainingConfig.DEFAULT, false, false);
        try (Trainer trainer = new Trainer(network, data, config)) {
            RunNotes notes = new RunNotes(RunMetrics.untrained(config.learningRate()), 0, "");
            TrainingSnapshot run = new TrainingSnapshot(config, data.split(), trainer.capture(), notes);
            return new Checkpoint(network.spec(), TrainingData.of(TaskConfig.of(Tasks.standard()), data, text), run);
        }
    }

    /** What stands before the names of the recurrent layers' tensors. */
    private String layersPrefix() {
        List<String> first =
                unknown.keySet().stream().filter(name -> name.endsWith(FIRST)).toList();
        if (first.isEmpty()) {
            throw Damage.NO_LAYERS.exception(file.path(), FIRST);
        } else if (first.size() > 1) {
            throw Damage.SEVERAL_LAYERS.exception(file.path(), first.size(), FIRST);
        }
        if (unknown.containsKey(first.get(0) + "_reverse")) {
            throw Damage.BIDIRECTIONAL.exception(file.path());
        }
        return first.get(0).substring(0, first.get(0).length() - FIRST.length());
    }

    private NetworkSpec spec(String layers, int symbols, @Nullable String cell) {
        List<Long> recurrent = shapeOf(layers + "weight_hh_l0");
        long hidden = recurrent.size() == 2 ? recurrent.get(1) : 0;
        long blocks = hidden > 0 && recurrent.get(0) % hidden == 0 ? recurrent.get(0) / hidden : 0;
        String name = cell == null ? "" : Cells.named(cell).name();
        String fitting = Cells.all().stream()
                .filter(one -> one.torchBlocks().size() == blocks)
                .map(Cell::name)
                .filter(one -> cell == null || one.equals(name))
                .findFirst()
                .orElseThrow(() -> Damage.OTHER_CELL.exception(
                        file.path(), recurrent.toString(), cell == null ? "RNN, GRU or LSTM" : name));
        int depth = 1;
        while (unknown.containsKey(layers + "weight_hh_l" + depth)) {
            depth++;
        }
        try {
            return new NetworkSpec(fitting, symbols, Math.toIntExact(hidden), depth, 0);
        } catch (ProblemException | ArithmeticException e) {
            throw Damage.TOO_LARGE_TO_TRAIN.exception(file.path(), depth, hidden);
        }
    }

    /** Of the linear layer: the matrix as wide as the hidden state that has a bias, or the only one. */
    private String outputPrefix(String layers, NetworkSpec spec) {
        List<String> wide = matricesBeside(layers).stream()
                .filter(name -> name.endsWith("weight") && shapeOf(name).get(1) == spec.hidden())
                .map(name -> name.substring(0, name.length() - "weight".length()))
                .toList();
        List<String> biased = wide.stream()
                .filter(prefix -> unknown.containsKey(prefix + "bias"))
                .toList();
        List<String> found = biased.isEmpty() ? wide : biased;
        if (found.isEmpty()) {
            throw Damage.NO_OUTPUT.exception(file.path());
        } else if (found.size() > 1) {
            throw Damage.SEVERAL_OUTPUTS.exception(file.path(), found.size());
        }
        long outputs = shapeOf(found.get(0) + "weight").get(0);
        if (outputs != spec.outputs()) {
            throw Reason.OTHER_NUMBER_OF_SYMBOLS.exception(file.path(), outputs, spec.outputs());
        }
        return found.get(0);
    }

    /** The other matrix beside the layers, or null where symbols are one-hot. */
    private @Nullable String embedding(String layers, String output) {
        return matricesBeside(layers).stream()
                .filter(name -> !name.equals(output + "weight"))
                .findFirst()
                .orElse(null);
    }

    private List<String> matricesBeside(String layers) {
        return unknown.keySet().stream()
                .filter(name ->
                        !name.startsWith(layers + "weight_") && shapeOf(name).size() == 2)
                .toList();
    }

    private List<Long> shapeOf(String name) {
        SafetensorsFile.Entry tensor = unknown.get(name);
        return tensor == null ? List.of() : tensor.shape();
    }

    /** Input weights for one-hot symbols: those for the embedding [rows × E] times the embedding [V × E], transposed. */
    private float[] embedded(String name, String embedding, int... shape) {
        int rows = shape[0];
        int symbols = shape[1];
        int width = shapeOf(embedding).get(1).intValue();
        float[] vectors = numbers(embedding, symbols, width);
        float[] weights = numbers(name, rows, width);
        float[] product = new float[rows * symbols];
        for (int row = 0; row < rows; row++) {
            for (int symbol = 0; symbol < symbols; symbol++) {
                double sum = 0;
                for (int i = 0; i < width; i++) {
                    sum += (double) weights[row * width + i] * vectors[symbol * width + i];
                }
                product[row * symbols + symbol] = (float) sum;
            }
        }
        return product;
    }

    /** The numbers of a tensor, which is then no longer unknown; those of a bias that the network does without are 0. */
    private float[] numbers(String name, int... shape) {
        if (unknown.remove(name) == null && shape.length == 1) {
            return new float[shape[0]];
        }
        return file.floats(name, shape);
    }
}
