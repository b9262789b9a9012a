package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cells;
import unroll.matrix.WorkerGroup;

/** A pass of fewer steps than there is room for, after longer and before longer ones, is a pass of an unroll of its own size. */
class ShorterPassTest {
    private static final long SEED = 51;
    private static final int COLUMNS = 3;
    private static final Capacity ROOM = new Capacity(6, 8, COLUMNS);

    static Stream<NetworkSpec> specs() {
        return Cells.all().stream()
                .map(cell -> new NetworkSpec(cell.name(), 5, 9, 2, 0.3))
                .flatMap(spec ->
                        Stream.of(spec, spec.with(Directions.BIDIRECTIONAL), spec.with(new Vocabularies(7, 5, 4))));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void aShorterPassIsOneOfItsOwn(NetworkSpec spec) {
        Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(SEED));
        try (WorkerGroup workers = new WorkerGroup(2)) {
            Unroll roomy = new Unroll(network, ROOM, workers);
            for (int[] lengths : new int[][] {{6, 8}, {4, 5}, {1, 1}, {6, 2}, {2, 8}}) {
                Capacity own = new Capacity(lengths[0], lengths[1], COLUMNS);

                Pass actual = pass(network, roomy, own);
                Pass expected = pass(network, new Unroll(network, own, workers), own);

                String label = own + ", seed " + SEED;
                assertThat(actual.loss).as(label).isEqualTo(expected.loss);
                assertThat(actual.logits).as(label).containsExactly(expected.logits);
                assertThat(actual.gradient).as(label).containsExactly(expected.gradient);
                assertThat(actual.dStart.buffers()).as(label).isDeepEqualTo(expected.dStart.buffers());
            }
        }
    }

    @Test
    void refusesMoreStepsThanThereIsRoomFor() {
        Network network = new Network(new NetworkSpec("elman", 5, 3, 1, 0), RandomSource.XO_SHI_RO_256_PP.create(SEED));
        Unroll unroll = new Unroll(network, new Capacity(2, 3), WorkerGroup.ofOne());
        State start = State.zero(network.spec(), 3);

        for (int inputs : new int[] {0, 4, 9}) {
            assertThatThrownBy(() -> unroll.forward(new int[inputs], start, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("There is room for 1 to 2 steps of 3 columns; got %d inputs.", inputs);
        }
    }

    private record Pass(double loss, float[] logits, float[] gradient, State dStart) {}

    private static Pass pass(Network network, Unroll unroll, Capacity lengths) {
        Random random = new Random(SEED);
        NetworkSpec spec = network.spec();
        int[] source = spec.hasEncoder()
                ? symbols(random, lengths.source(), spec.vocabularies().source())
                : new int[0];
        int[] inputs = symbols(random, lengths.steps(), spec.inputs());
        int[] targets = symbols(random, lengths.steps(), spec.outputs());
        State start = State.zero(spec, COLUMNS);
        for (float[][] layer : start.buffers()) {
            for (float[] buffer : layer) {
                for (int i = 0; i < buffer.length; i++) {
                    buffer[i] = random.nextFloat() - 0.5f;
                }
            }
        }
        Parameters gradient = network.parameters().likeThis();
        unroll.forward(source, inputs, start, worker -> RandomSource.XO_SHI_RO_256_PP.create(SEED + worker));
        float[] logits = unroll.logits();
        double loss = unroll.loss(targets, 1f / targets.length);
        State dState = State.zero(spec, COLUMNS);
        unroll.backward(gradient, dState);
        return new Pass(loss, logits, gradient.values(), dState);
    }

    private static int[] symbols(Random random, int steps, int count) {
        return random.ints(steps * COLUMNS, 0, count).toArray();
    }
}
