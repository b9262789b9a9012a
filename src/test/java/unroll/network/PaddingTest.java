package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cells;
import unroll.matrix.WorkerGroup;
import unroll.task.Batch;

/** Examples of different lengths side by side, padded before the shorter ones, are learned from as one by one. */
class PaddingTest {
    private static final long SEED = 41;
    private static final int[] LENGTHS = {1, 6, 3, 9, 4};
    private static final int STEPS = 9;

    static Stream<NetworkSpec> specs() {
        return Cells.all().stream()
                .flatMap(cell -> Stream.of(1, 2, 3)
                        .map(layers -> new NetworkSpec(cell.name(), 2, 11, layers, 0).with(new Vocabularies(8, 5))))
                .flatMap(spec -> Stream.of(Directions.values()).map(spec::with));
    }

    static Stream<NetworkSpec> unidirectional() {
        return specs().filter(spec -> spec.directions() == Directions.UNIDIRECTIONAL);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aPaddedBatchGivesTheLossAndGradientOfItsExamplesOneByOne(NetworkSpec spec) {
        Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(SEED));
        int[][] inputs = draw(spec.inputs(), 1);
        int[][] targets = draw(spec.outputs(), 2);
        float[] gradient = new float[network.parameters().values().length];
        double loss = 0;
        for (int b = 0; b < LENGTHS.length; b++) {
            loss += learn(network, new Batch(LENGTHS[b], 1, inputs[b], targets[b]), gradient, WorkerGroup.ofOne());
        }
        for (int workers = 1; workers <= 3; workers++) {
            try (WorkerGroup group = new WorkerGroup(workers)) {
                float[] padded = new float[gradient.length];
                double paddedLoss = learn(network, padded(inputs, targets), padded, group);

                assertThat(paddedLoss).as("loss, seed %d", SEED).isCloseTo(loss, within(1e-5 * loss));
                assertThat(largestDifference(padded, gradient) / largest(gradient))
                        .as("deviation of the gradient, %d workers, seed %d", workers, SEED)
                        .isLessThan(1e-5f);
            }
        }
    }

    /** The column's first symbol comes at step 4; what was carried in is forgotten before. */
    @ParameterizedTest
    @MethodSource("unidirectional")
    void theStateIsZeroAfterAStepWithoutASymbol(NetworkSpec spec) {
        Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(SEED));
        State start = State.zero(spec, 2);
        for (float[][] layer : start.buffers()) {
            for (float[] buffer : layer) {
                Arrays.fill(buffer, 0.3f);
            }
        }
        Unroll unroll = new Unroll(network, new Capacity(2, 2), WorkerGroup.ofOne());

        unroll.forward(new int[] {1, 1, 1, Batch.PAD}, start, null);

        unroll.readFinalState(start);
        for (float[][] layer : start.buffers()) {
            for (float[] buffer : layer) {
                assertThat(Arrays.copyOfRange(buffer, 0, spec.hidden())).doesNotContain(0.3f);
                assertThat(Arrays.copyOfRange(buffer, spec.hidden(), 2 * spec.hidden()))
                        .containsOnly(0);
            }
        }
    }

    private static int[][] draw(int symbols, int stream) {
        Random random = new Random(SEED + stream);
        return Arrays.stream(LENGTHS)
                .mapToObj(length -> random.ints(length, 0, symbols).toArray())
                .toArray(int[][]::new);
    }

    private static Batch padded(int[][] inputs, int[][] targets) {
        int columns = LENGTHS.length;
        int[] allInputs = new int[STEPS * columns];
        int[] allTargets = new int[STEPS * columns];
        Arrays.fill(allInputs, Batch.PAD);
        Arrays.fill(allTargets, Batch.NO_TARGET);
        for (int b = 0; b < columns; b++) {
            for (int t = 0; t < LENGTHS[b]; t++) {
                int step = STEPS - LENGTHS[b] + t;
                allInputs[step * columns + b] = inputs[b][t];
                allTargets[step * columns + b] = targets[b][t];
            }
        }
        return new Batch(STEPS, columns, allInputs, allTargets);
    }

    /** Adds the gradient of the sum of all targets' losses; returns that sum. */
    private static double learn(Network network, Batch batch, float[] gradient, WorkerGroup group) {
        Unroll unroll = new Unroll(network, new Capacity(batch.steps(), batch.columns()), group);
        Parameters g = network.parameters().likeThis();
        unroll.forward(batch.inputs(), State.zero(network.spec(), batch.columns()), null);
        double loss = unroll.loss(batch.targets(), 1);
        unroll.backward(g, State.zero(network.spec(), batch.columns()));
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += g.values()[i];
        }
        return loss;
    }

    private static float largestDifference(float[] a, float[] b) {
        float largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    private static float largest(float[] a) {
        return largestDifference(a, new float[a.length]);
    }
}
