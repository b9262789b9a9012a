package unroll.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell.Step;
import unroll.oracle.OracleCell;
import unroll.oracle.OracleCells;

/** Every registered cell alone, over buffers of odd lengths: against the oracle, and against its own differences. */
class CellGradientTest {
    private static final double TOLERANCE = 2e-6;
    private static final float DIFFERENCE_STEP = 1e-2f;
    private static final double DIFFERENCE_TOLERANCE = 1e-3;

    static Stream<Arguments> cellsAndLengths() {
        return Cells.all().stream()
                .flatMap(cell -> IntStream.of(1, 3, 7, 16, 33, 65, 130).mapToObj(n -> Arguments.of(cell.name(), n)));
    }

    @ParameterizedTest(name = "{0}, n = {1}")
    @MethodSource("cellsAndLengths")
    void forwardIsTheOracles(String name, int n) {
        Cell cell = Cells.named(name);
        OracleCell oracle = OracleCells.of(cell);
        long seed = 100 + n;
        Step step = randomStep(cell, n, new Random(seed));
        float[][] z = copy(step.z());

        cell.forward(step);

        for (int i = 0; i < n; i++) {
            double[] expected = oracle.forward(unit(z, i), unit(step.before(), i));
            assertClose("state of " + name + ", unit " + i + ", seed " + seed, unit(step.after(), i), expected);
        }
    }

    @ParameterizedTest(name = "{0}, n = {1}")
    @MethodSource("cellsAndLengths")
    void backwardIsTheOracles(String name, int n) {
        Cell cell = Cells.named(name);
        OracleCell oracle = OracleCells.of(cell);
        long seed = 200 + n;
        Random random = new Random(seed);
        Step step = randomStep(cell, n, random);
        float[][] z = copy(step.z());
        float[][] dAfter = buffers(cell.stateBuffers(), n, random);
        float[][] dState = copy(dAfter);
        float[][] dz = buffers(cell.blocks(), n, random);

        cell.forward(step);
        cell.backward(step, dState, dz);

        for (int i = 0; i < n; i++) {
            OracleCell.Back expected = oracle.backward(unit(z, i), unit(step.before(), i), unit(dAfter, i));
            String where = " of " + name + ", unit " + i + ", seed " + seed;
            assertClose("dz" + where, unit(dz, i), expected.dz());
            assertClose("dBefore" + where, unit(dState, i), expected.dBefore());
        }
    }

    /** Needs no oracle: what a new cell is held to before anybody has written one. */
    @ParameterizedTest(name = "{0}, n = {1}")
    @MethodSource("cellsAndLengths")
    void backwardIsTheDerivativeOfForward(String name, int n) {
        Cell cell = Cells.named(name);
        long seed = 300 + n;
        Random random = new Random(seed);
        Step step = randomStep(cell, n, random);
        awayFromZero(step.z());
        float[][] z = copy(step.z());
        float[][] dAfter = buffers(cell.stateBuffers(), n, random);
        float[][] dState = copy(dAfter);
        float[][] dz = buffers(cell.blocks(), n, random);

        cell.forward(step);
        cell.backward(step, dState, dz);

        for (int k = 0; k < cell.blocks(); k++) {
            double[] differences = differences(cell, z, step.before(), z[k], dAfter);
            assertDifferences("dz[" + k + "] of " + name + ", seed " + seed, dz[k], differences);
        }
        for (int s = 0; s < cell.stateBuffers(); s++) {
            double[] differences = differences(cell, z, step.before(), step.before()[s], dAfter);
            assertDifferences("dBefore[" + s + "] of " + name + ", seed " + seed, dState[s], differences);
        }
    }

    /** ∂ Σ dAfter·after / ∂ each entry of {@code buffer}, which is one of z or before. */
    private static double[] differences(Cell cell, float[][] z, float[][] before, float[] buffer, float[][] dAfter) {
        double[] result = new double[buffer.length];
        for (int i = 0; i < buffer.length; i++) {
            float value = buffer[i];
            buffer[i] = value + DIFFERENCE_STEP;
            double above = weighed(cell, z, before, dAfter, i);
            buffer[i] = value - DIFFERENCE_STEP;
            double below = weighed(cell, z, before, dAfter, i);
            buffer[i] = value;
            result[i] = (above - below) / (2 * DIFFERENCE_STEP);
        }
        return result;
    }

    /** The share of unit i in Σ dAfter·after; the others do not depend on it. */
    private static double weighed(Cell cell, float[][] z, float[][] before, float[][] dAfter, int i) {
        int n = z[0].length;
        Step step = new Step(copy(z), before, new float[cell.stateBuffers()][n], new float[cell.cachedBuffers()][n]);
        cell.forward(step);
        double sum = 0;
        for (int s = 0; s < dAfter.length; s++) {
            sum += (double) dAfter[s][i] * step.after()[s][i];
        }
        return sum;
    }

    private static Step randomStep(Cell cell, int n, Random random) {
        return new Step(
                buffers(cell.blocks(), n, random),
                buffers(cell.stateBuffers(), n, random),
                new float[cell.stateBuffers()][n],
                new float[cell.cachedBuffers()][n]);
    }

    private static float[][] buffers(int count, int n, Random random) {
        float[][] buffers = new float[count][n];
        for (float[] buffer : buffers) {
            for (int i = 0; i < n; i++) {
                buffer[i] = (float) random.nextGaussian();
            }
        }
        return buffers;
    }

    /** So that no difference reaches across the kink of a ReLU. */
    private static void awayFromZero(float[][] buffers) {
        for (float[] buffer : buffers) {
            for (int i = 0; i < buffer.length; i++) {
                buffer[i] += Math.copySign(2 * DIFFERENCE_STEP, buffer[i]);
            }
        }
    }

    private static float[][] copy(float[][] buffers) {
        return Stream.of(buffers).map(float[]::clone).toArray(float[][]::new);
    }

    private static double[] unit(float[][] buffers, int i) {
        return Stream.of(buffers).mapToDouble(buffer -> buffer[i]).toArray();
    }

    private static void assertClose(String what, double[] actual, double[] expected) {
        for (int k = 0; k < expected.length; k++) {
            double deviation = Math.abs(actual[k] - expected[k]) / Math.max(1, Math.abs(expected[k]));
            assertThat(deviation)
                    .as("%s, entry %d: got %s, expected %s", what, k, actual[k], expected[k])
                    .isLessThan(TOLERANCE);
        }
    }

    private static void assertDifferences(String what, float[] actual, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("%s, unit %d: got %s, difference %s", what, i, actual[i], expected[i])
                    .isLessThan(DIFFERENCE_TOLERANCE);
        }
    }
}
