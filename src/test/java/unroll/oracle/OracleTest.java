package unroll.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.task.Batch;

/** The oracle's own gradients against central differences: what everything else is measured with. */
class OracleTest {
    private static final double STEP = 1e-4;
    private static final double TOLERANCE = 1e-7;

    static Stream<Arguments> networks() {
        return Cells.all().stream()
                .flatMap(cell -> Stream.of(1, 2, 3)
                        .flatMap(layers -> Stream.of(1, 2)
                                .map(directions -> Arguments.of(cell.name(), layers, directions, 71L + layers))));
    }

    static Stream<Arguments> depths() {
        return Cells.all().stream()
                .flatMap(cell -> Stream.of(1, 2, 3).map(layers -> Arguments.of(cell.name(), layers, 71L + layers)));
    }

    static Stream<Cell> cells() {
        return Cells.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyRegisteredCellHasAnOracleOfTheSameShape(Cell cell) {
        OracleCell oracle = OracleCells.of(cell);

        assertThat(oracle.blocks()).as("blocks of %s", cell.name()).isEqualTo(cell.blocks());
        assertThat(oracle.stateBuffers()).as("state buffers of %s", cell.name()).isEqualTo(cell.stateBuffers());
        assertThat(cell.inputBlocks()).as("input blocks of %s", cell.name()).hasSize(oracle.inputBlocks());
        assertThat(cell.recurrentBlocks())
                .as("recurrent blocks of %s", cell.name())
                .hasSize(oracle.recurrentBlocks());
    }

    @ParameterizedTest(name = "{0}, {1} layers, {2} directions, seed {3}")
    @MethodSource("networks")
    void gradientsAreThoseOfCentralDifferences(String cell, int layers, int directions, long seed) {
        Random random = new Random(seed);
        OracleShape shape = new OracleShape(OracleCells.of(Cells.named(cell)), 0, 4, 3, 5, layers, directions);
        OracleWeights weights = OracleWeights.random(shape, random);
        OracleNetwork network = new OracleNetwork(shape, weights);
        double[][][][] initial = OracleNetwork.randomState(shape, 3, random);
        Batch batch = maskedBatch(shape, random);
        DoubleSupplier loss = () -> network.forward(batch, initial).loss();

        OracleNetwork.Gradient gradient = network.backward(batch, initial);

        weights.tensors()
                .forEach((name, tensor) -> check(
                        name + ", seed " + seed, tensor, gradient.weights().get(name), loss));
        for (int layer = 0; layer < initial.length; layer++) {
            String name = "state " + layer + ", seed " + seed;
            check(name, joined(initial[layer]), joined(gradient.initial()[layer]), loss);
        }
    }

    @ParameterizedTest(name = "{0}, {1} layers, seed {2}")
    @MethodSource("depths")
    void gradientsFlowFromADecoderIntoItsEncoder(String cell, int layers, long seed) {
        Random random = new Random(seed);
        OracleShape shape = new OracleShape(OracleCells.of(Cells.named(cell)), 5, 4, 3, 5, layers, 1);
        OracleWeights weights = OracleWeights.random(shape, random);
        OracleEncoderDecoder network = new OracleEncoderDecoder(shape, weights);
        Batch batch = maskedBatch(shape, random);
        int[] source = random.ints(5 * 3, 0, 5).toArray();
        source[2] = source[5] = Batch.PAD;
        DoubleSupplier loss = () -> network.forward(source, batch).loss();

        OracleWeights gradient = network.backward(source, batch);

        weights.tensors().forEach((name, tensor) -> check(name + ", seed " + seed, tensor, gradient.get(name), loss));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradientToTheLayerBelowIsThatOfCentralDifferences(Cell cell) {
        long seed = 5;
        Random random = new Random(seed);
        OracleShape shape = new OracleShape(OracleCells.of(cell), 3, 4, 1);
        OracleLayer layer = new OracleLayer(
                shape.cell(), OracleWeights.random(shape, random).layer("layer0."));
        double[][][] x = {OracleMath.random(2, 3, 1, random), OracleMath.random(2, 3, 1, random)};
        double[][][] weighing = {OracleMath.random(2, 4, 1, random), OracleMath.random(2, 4, 1, random)};
        double[][][] initial = OracleNetwork.randomState(shape, 2, random)[0];
        boolean[][] blank = new boolean[2][2];
        double[][][] nothing = OracleNetwork.zeroState(shape, 2)[0];
        DoubleSupplier loss = () -> weighed(layer.forward(x, blank, initial), weighing);

        OracleLayer.Back back = layer.backward(
                layer.forward(x, blank, initial),
                weighing,
                nothing,
                OracleWeights.zeros(shape).layer("layer0."));

        check("x<1>, seed " + seed, x[0], back.dx()[0], loss);
        check("x<2>, seed " + seed, x[1], back.dx()[1], loss);
        check("initial state, seed " + seed, initial[1], back.dInitial()[1], loss);
    }

    @Test
    void theLossOfEqualLogitsIsTheLogarithmOfTheVocabulary() {
        OracleShape shape = new OracleShape(OracleCells.of(Cells.named("lstm")), 7, 3, 2);
        OracleNetwork network = new OracleNetwork(shape, OracleWeights.zeros(shape));
        Batch batch = maskedBatch(shape, new Random(1));

        double loss = network.forward(batch, OracleNetwork.zeroState(shape, 3)).loss();

        assertThat(loss).isCloseTo(Math.log(7), within(1e-12));
    }

    /**
     * Four steps of three columns. Column 1 has no target at its first step, the last column none at its last, and no symbol
     * at its first two.
     */
    private static Batch maskedBatch(OracleShape shape, Random random) {
        int[] inputs = random.ints(4 * 3, 0, shape.inputs()).toArray();
        int[] targets = random.ints(4 * 3, 0, shape.outputs()).toArray();
        targets[1] = Batch.NO_TARGET;
        targets[11] = Batch.NO_TARGET;
        inputs[2] = Batch.PAD;
        inputs[5] = Batch.PAD;
        return new Batch(4, 3, inputs, targets);
    }

    /** The rows of all columns, shared and not copied. */
    private static double[][] joined(double[][][] columns) {
        return Stream.of(columns).flatMap(Stream::of).toArray(double[][]::new);
    }

    private static double weighed(OracleLayer.Tape tape, double[][][] weighing) {
        double sum = 0;
        for (int t = 0; t < weighing.length; t++) {
            for (int b = 0; b < weighing[t].length; b++) {
                for (int i = 0; i < weighing[t][b].length; i++) {
                    sum += weighing[t][b][i] * tape.states()[t + 1][b][0][i];
                }
            }
        }
        return sum;
    }

    /** The largest deviation, relative to the largest entry of the gradient. */
    private static void check(String name, double[][] variable, double[][] gradient, DoubleSupplier loss) {
        double largest = 0;
        double deviation = 0;
        for (int i = 0; i < variable.length; i++) {
            for (int j = 0; j < variable[i].length; j++) {
                deviation = Math.max(deviation, Math.abs(gradient[i][j] - difference(variable[i], j, loss)));
                largest = Math.max(largest, Math.abs(gradient[i][j]));
            }
        }
        assertThat(largest).as("largest entry of the gradient of %s", name).isGreaterThan(1e-6);
        assertThat(deviation / largest).as("relative deviation of %s", name).isLessThan(TOLERANCE);
    }

    /** Central difference of fourth order: the error is STEP⁴ times the fifth derivative over 30. */
    private static double difference(double[] variable, int j, DoubleSupplier loss) {
        double near = at(variable, j, STEP, loss) - at(variable, j, -STEP, loss);
        double far = at(variable, j, 2 * STEP, loss) - at(variable, j, -2 * STEP, loss);
        return (8 * near - far) / (12 * STEP);
    }

    private static double at(double[] variable, int j, double offset, DoubleSupplier loss) {
        double value = variable[j];
        variable[j] = value + offset;
        double result = loss.getAsDouble();
        variable[j] = value;
        return result;
    }
}
