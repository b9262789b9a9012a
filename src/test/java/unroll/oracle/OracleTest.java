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
        assertThat(oracle.stateSlabs()).as("state slabs of %s", cell.name()).isEqualTo(cell.stateSlabs());
        assertThat(cell.inputBlocks()).as("input blocks of %s", cell.name()).hasSize(oracle.inputBlocks());
        assertThat(cell.recurrentBlocks())
                .as("recurrent blocks of %s", cell.name())
                .hasSize(oracle.recurrentBlocks());
    }

    @ParameterizedTest(name = "{0}, {1} layers, seed {2}")
    @MethodSource("networks")
    void gradientsAreThoseOfCentralDifferences(String cell, int layers, long seed) {
        Random random = new Random(seed);
        OracleShape shape = new OracleShape(OracleCells.of(Cells.named(cell)), 4, 5, layers);
        OracleWeights weights = OracleWeights.random(shape, random);
        OracleNetwork network = new OracleNetwork(shape, weights);
        double[][][][] initial = OracleNetwork.randomState(shape, 3, random);
        Batch batch = maskedBatch(4, 3, shape.vocabulary(), random);
        DoubleSupplier loss = () -> network.forward(batch, initial).loss();

        OracleNetwork.Gradient gradient = network.backward(batch, initial);

        weights.tensors()
                .forEach((name, tensor) -> check(
                        name + ", seed " + seed, tensor, gradient.weights().get(name), loss));
        for (int layer = 0; layer < layers; layer++) {
            for (int b = 0; b < 3; b++) {
                check(
                        "state of layer " + layer + ", seed " + seed,
                        initial[layer][b],
                        gradient.initial()[layer][b],
                        loss);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradientToTheLayerBelowIsThatOfCentralDifferences(Cell cell) {
        long seed = 5;
        Random random = new Random(seed);
        OracleShape shape = new OracleShape(OracleCells.of(cell), 3, 4, 1);
        OracleLayer layer = new OracleLayer(
                shape.cell(), OracleWeights.random(shape, random).layer(0));
        double[][][] x = {OracleMath.random(2, 3, 1, random), OracleMath.random(2, 3, 1, random)};
        double[][][] weighing = {OracleMath.random(2, 4, 1, random), OracleMath.random(2, 4, 1, random)};
        double[][][] initial = OracleNetwork.randomState(shape, 2, random)[0];
        DoubleSupplier loss = () -> weighed(layer.forward(x, initial), weighing);

        OracleLayer.Back back = layer.backward(
                layer.forward(x, initial), weighing, OracleWeights.zeros(shape).layer(0));

        check("x<1>, seed " + seed, x[0], back.dx()[0], loss);
        check("x<2>, seed " + seed, x[1], back.dx()[1], loss);
        check("initial state, seed " + seed, initial[1], back.dInitial()[1], loss);
    }

    @Test
    void theLossOfEqualLogitsIsTheLogarithmOfTheVocabulary() {
        OracleShape shape = new OracleShape(OracleCells.of(Cells.named("lstm")), 7, 3, 2);
        OracleNetwork network = new OracleNetwork(shape, OracleWeights.zeros(shape));
        Batch batch = maskedBatch(3, 2, 7, new Random(1));

        double loss = network.forward(batch, OracleNetwork.zeroState(shape, 2)).loss();

        assertThat(loss).isCloseTo(Math.log(7), within(1e-12));
    }

    /** Column 1 has no target at its first step, the last column none at its last. */
    private static Batch maskedBatch(int steps, int columns, int vocabulary, Random random) {
        int[] inputs = random.ints(steps * columns, 0, vocabulary).toArray();
        int[] targets = random.ints(steps * columns, 0, vocabulary).toArray();
        targets[1] = Batch.NO_TARGET;
        targets[steps * columns - 1] = Batch.NO_TARGET;
        return new Batch(steps, columns, inputs, targets);
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
