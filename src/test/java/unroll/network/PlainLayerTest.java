package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.matrix.ProductsFixtures;
import unroll.matrix.WorkerGroup;

/** The sharded kernel against the plain one, in whole networks of every kind, with padding, an encoder and dropout. */
class PlainLayerTest {
    private static final long SEED = 88;
    private static final double TOLERANCE = 2e-5;
    private static final Capacity CAPACITY = new Capacity(4, 6, 5);

    static Stream<NetworkSpec> specs() {
        List<NetworkSpec> specs = new ArrayList<>();
        for (Cell cell : Cells.all()) {
            NetworkSpec plain = new NetworkSpec(cell.name(), 7, 9, 2, 0.3);
            specs.add(plain);
            specs.add(plain.with(Directions.BIDIRECTIONAL));
            specs.add(plain.with(new Vocabularies(6, 7, 8)));
        }
        return specs.stream();
    }

    private record Pass(float[] logits, double loss, float[] gradient, State dStart) {}

    @ParameterizedTest
    @MethodSource("specs")
    void bothKernelsAgree(NetworkSpec spec) {
        Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(SEED));
        Pass expected = pass(new Unroll(network, CAPACITY, WorkerGroup.ofOne(), PlainLayer::new), network);
        ProductsFixtures.withEach(() -> {
            try (WorkerGroup workers = new WorkerGroup(1)) {
                Pass actual = pass(new Unroll(network, CAPACITY, workers), network);

                assertClose("logits", actual.logits, expected.logits);
                assertThat(actual.loss).as("loss").isCloseTo(expected.loss, within(1e-4));
                assertClose("gradient", actual.gradient, expected.gradient);
                for (int slot = 0; slot < expected.dStart.buffers().length; slot++) {
                    assertClose(
                            "start",
                            actual.dStart.buffers()[slot][0],
                            expected.dStart.buffers()[slot][0]);
                }
            }
        });
    }

    /** Two passes, the second one shorter, so that nothing of the first may remain in it. */
    private static Pass pass(Unroll unroll, Network network) {
        pass(unroll, network, CAPACITY.steps());
        return pass(unroll, network, CAPACITY.steps() - 2);
    }

    private static Pass pass(Unroll unroll, Network network, int steps) {
        NetworkSpec spec = network.spec();
        var random = RandomSource.XO_SHI_RO_256_PP.create(SEED + steps);
        int columns = CAPACITY.columns();
        int[] source = new int[spec.hasEncoder() ? CAPACITY.source() * columns : 0];
        for (int i = 0; i < source.length; i++) {
            source[i] = i < columns - 2
                    ? Unroll.PAD
                    : random.nextInt(spec.vocabularies().source());
        }
        int[] inputs = new int[steps * columns];
        int[] targets = new int[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = i % columns == 1 && i < columns * 2 ? Unroll.PAD : random.nextInt(spec.inputs());
            targets[i] = random.nextInt(spec.outputs());
        }
        State start = State.zero(spec, columns);
        for (float[][] buffers : start.buffers()) {
            for (int i = 0; i < buffers[0].length; i++) {
                buffers[0][i] = random.nextFloat() - 0.5f;
            }
        }
        unroll.forward(source, inputs, start, worker -> RandomSource.XO_SHI_RO_256_PP.create(SEED + worker));
        float[] logits = unroll.logits();
        double loss = unroll.loss(targets, 1f / targets.length);
        Parameters gradient = network.parameters().likeThis();
        State dStart = State.zero(spec, columns);
        unroll.backward(gradient, dStart);
        return new Pass(logits, loss, gradient.values(), dStart);
    }

    private static void assertClose(String what, float[] actual, float[] expected) {
        double largest = 1e-12;
        double deviation = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            deviation = Math.max(deviation, Math.abs(actual[i] - expected[i]));
        }
        assertThat(deviation / largest)
                .as("deviation of the %s, seed %d", what, SEED)
                .isLessThan(TOLERANCE);
    }
}
