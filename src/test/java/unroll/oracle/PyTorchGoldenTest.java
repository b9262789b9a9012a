package unroll.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.matrix.WorkerGroup;
import unroll.matrix.WorkerGroup.Share;
import unroll.network.Capacity;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;
import unroll.network.Parameters.ParameterTensor;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.train.Optimizer;
import unroll.train.OptimizerSpec;

/** The engine against figures that PyTorch gave; golden/make_golden.py made the files. */
class PyTorchGoldenTest {
    private static final double TOLERANCE = 2e-6;
    /** Rounding grows from update to update. */
    private static final double TRAINING_TOLERANCE = 2e-5;

    static Stream<String> files() {
        return Stream.of("elman", "elman-relu", "gru", "lstm").flatMap(cell -> Stream.of(cell, cell + "-two-way"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void oneWindowIsPyTorchs(String name) throws IOException {
        Golden golden = Golden.read(name);
        Unroll unroll = new Unroll(
                golden.network(), new Capacity(golden.size("steps"), golden.size("columns")), WorkerGroup.ofOne());
        Parameters gradient = golden.network().parameters().likeThis();

        unroll.forward(golden.symbols("inputs"), golden.state("start"), null);
        float[] logits = unroll.logits();
        double loss = unroll.loss(golden.symbols("targets"), 1f / golden.targets()) / golden.targets();
        State dStart = State.zero(golden.network().spec(), golden.size("columns"));
        unroll.backward(gradient, dStart);

        assertThat(loss).as("loss").isCloseTo(golden.json().get("loss").asDouble(), within(TOLERANCE));
        assertClose("logits", logits, flat(golden.json().get("logits")));
        if (golden.size("directions") == 1) {
            State last = State.zero(golden.network().spec(), golden.size("columns"));
            unroll.readFinalState(last);
            assertClose("last state", buffers(last), buffers(golden.state("last")));
        }
        assertClose("gradient of the start", buffers(dStart), buffers(golden.state("startGradient")));
        golden.assertTensors(gradient);
    }

    @ParameterizedTest
    @MethodSource("files")
    void trainingGoesAsInPyTorch(String name) throws IOException {
        for (JsonNode training : Golden.read(name).json().get("training")) {
            Golden golden = Golden.read(name);
            OptimizerSpec spec = OptimizerSpec.of(OptimizerSpec.OptimizerKind.valueOf(text(training, "optimizer")));

            double[] losses = golden.train(
                    spec,
                    training.get("rate").floatValue(),
                    training.get("losses").size());

            assertThat(losses)
                    .as("losses under %s", spec.kind())
                    .containsExactly(doubles(training.get("losses")), within(TRAINING_TOLERANCE));
        }
    }

    /** One file, and the engine's network with its weights. */
    private record Golden(JsonNode json, Network network) {
        static Golden read(String name) throws IOException {
            try (InputStream in = PyTorchGoldenTest.class.getResourceAsStream("/unroll/golden/" + name + ".json")) {
                JsonNode json = new ObjectMapper().readTree(in);
                NetworkSpec spec = new NetworkSpec(
                                text(json, "cell"),
                                json.get("vocabulary").asInt(),
                                json.get("hidden").asInt(),
                                json.get("layers").asInt(),
                                0)
                        .with(Directions.values()[json.get("directions").asInt() - 1]);
                Golden golden = new Golden(json, new Network(spec, new float[(int) spec.parameters()]));
                golden.setWeights();
                return golden;
            }
        }

        int size(String field) {
            return json.get(field).asInt();
        }

        int[] symbols(String field) {
            return StreamSupport.stream(json.get(field).spliterator(), false)
                    .flatMap(step -> StreamSupport.stream(step.spliterator(), false))
                    .mapToInt(JsonNode::asInt)
                    .toArray();
        }

        int targets() {
            return (int) IntStream.of(symbols("targets"))
                    .filter(target -> target >= 0)
                    .count();
        }

        /** PyTorch's [h, c] of [layer][column][unit]; ours is [layer][buffer] with the units of a column together. */
        State state(String field) {
            State state = State.zero(network.spec(), size("columns"));
            for (int buffer = 0; buffer < json.get(field).size(); buffer++) {
                for (int layer = 0; layer < state.buffers().length; layer++) {
                    state.buffers()[layer][buffer] =
                            flat(json.get(field).get(buffer).get(layer));
                }
            }
            return state;
        }

        double[] train(OptimizerSpec spec, float rate, int updates) {
            Parameters weights = network.parameters();
            Parameters gradient = weights.likeThis();
            Optimizer optimizer = Optimizer.of(spec, weights.values().length);
            Unroll unroll = new Unroll(network, new Capacity(size("steps"), size("columns")), WorkerGroup.ofOne());
            double[] losses = new double[updates];
            for (int k = 0; k < updates; k++) {
                unroll.forward(symbols("inputs"), state("start"), null);
                losses[k] = unroll.loss(symbols("targets"), 1f / targets()) / targets();
                unroll.backward(gradient, State.zero(network.spec(), size("columns")));
                optimizer.begin();
                optimizer.move(weights.edit(), gradient.values(), rate, new Share(0, weights.values().length));
            }
            return losses;
        }

        private void setWeights() {
            Parameters ours = network.parameters();
            forEachRow("weights", (tensor, row, values) -> {
                for (int column = 0; column < values.length; column++) {
                    ours.values()[tensor.offset() + column * tensor.rows() + row] += values[column];
                }
            });
        }

        void assertTensors(Parameters gradient) {
            forEachRow("gradients", (tensor, row, values) -> {
                float[] actual = new float[values.length];
                for (int column = 0; column < values.length; column++) {
                    actual[column] = gradient.values()[tensor.offset() + column * tensor.rows() + row];
                }
                assertClose("gradient of " + tensor.name() + ", row " + row, actual, values);
            });
        }

        /** Every row of every tensor of PyTorch's, with its place among ours; where we have one bias for its two, both. */
        private void forEachRow(String field, RowAction action) {
            JsonNode tensors = json.get(field);
            Parameters ours = network.parameters();
            for (int layer = 0; layer < size("layers"); layer++) {
                forEachRowOfLayer(tensors, "_l" + layer, "layer" + layer + ".", action);
                if (size("directions") == 2) {
                    forEachRowOfLayer(tensors, "_l" + layer + "_reverse", "layer" + layer + ".reverse.", action);
                }
            }
            for (int v = 0; v < size("vocabulary"); v++) {
                action.accept(
                        ours.tensor("Wya"), v, row(tensors.get("output.weight").get(v)));
                action.accept(
                        ours.tensor("by"), v, row(tensors.get("output.bias").get(v)));
            }
        }

        private void forEachRowOfLayer(JsonNode tensors, String theirs, String prefix, RowAction action) {
            Cell cell = network.spec().kind();
            Parameters ours = network.parameters();
            for (int p = 0; p < cell.torchBlocks().size(); p++) {
                int in = cell.inputBlocks().indexOf(cell.torchBlocks().get(p));
                int recurrent =
                        cell.recurrentBlocks().indexOf(cell.torchBlocks().get(p));
                ParameterTensor ba = ours.tensor(prefix + "ba");
                Blocks blocks = new Blocks(tensors, size("hidden"), theirs, p);
                blocks.rows("rnn.weight_ih", ours.tensor(prefix + "Wax"), in, action);
                blocks.rows("rnn.weight_hh", ours.tensor(prefix + "Waa"), recurrent, action);
                blocks.rows("rnn.bias_ih", ba, in, action);
                blocks.rows("rnn.bias_hh", ba, cell.recurrentFrom() + recurrent, action);
            }
        }

        private record Blocks(JsonNode tensors, int hidden, String suffix, int torchBlock) {
            void rows(String name, ParameterTensor tensor, int block, RowAction action) {
                JsonNode rows = tensors.get(name + suffix);
                for (int i = 0; i < hidden; i++) {
                    action.accept(tensor, block * hidden + i, row(rows.get(torchBlock * hidden + i)));
                }
            }
        }
    }

    @FunctionalInterface
    private interface RowAction {
        void accept(ParameterTensor tensor, int row, float[] values);
    }

    /** A row of a matrix, or the single entry that a bias has in a row. */
    private static float[] row(JsonNode node) {
        return node.isArray() ? flat(node) : new float[] {node.floatValue()};
    }

    private static float[] flat(JsonNode node) {
        double[] values = doubles(node);
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double[] doubles(JsonNode node) {
        return numbers(node).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static Stream<JsonNode> numbers(JsonNode node) {
        return node.isNumber()
                ? Stream.of(node)
                : StreamSupport.stream(node.spliterator(), false).flatMap(PyTorchGoldenTest::numbers);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }

    private static float[] buffers(State state) {
        int length = state.buffers()[0][0].length;
        float[] all = new float[state.buffers().length * state.buffers()[0].length * length];
        int at = 0;
        for (float[][] layer : state.buffers()) {
            for (float[] buffer : layer) {
                System.arraycopy(buffer, 0, all, at, length);
                at += length;
            }
        }
        return all;
    }

    private static void assertClose(String what, float[] actual, float[] expected) {
        assertThat(actual).as(what).containsExactly(expected, within((float) TOLERANCE));
    }
}
