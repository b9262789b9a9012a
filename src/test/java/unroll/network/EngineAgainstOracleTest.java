package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.matrix.ProductsFixtures;
import unroll.matrix.WorkerGroup;
import unroll.network.Parameters.ParameterTensor;
import unroll.network.Witness.Size;
import unroll.oracle.OracleNetwork;
import unroll.task.Batch;

/**
 * Loss, logits, states and every gradient of the engine against the oracle, over every cell, odd sizes, unidirectional and bidirectional,
 * groups of one to three, and every library that multiplies here.
 */
class EngineAgainstOracleTest {
    /** Relative to the largest entry of a tensor: what 32-bit sums over some hundred terms and a few layers lose. */
    private static final double TOLERANCE = 2e-5;

    private static final int[] HIDDEN = {1, 3, 7, 16, 33, 65};
    private static final int[] COLUMNS = {1, 2, 5, 17};
    private static final int[] LAYERS = {1, 2, 3};
    private static final int[] STEPS = {1, 3, 8};
    private static final int[] VOCABULARY = {2, 5, 67};

    /** Every hidden size with every batch and depth; steps and vocabulary go round with them. */
    static Stream<Size> sizes() {
        List<Size> sizes = new ArrayList<>();
        for (Cell cell : Cells.all()) {
            for (int hidden : HIDDEN) {
                for (int columns : COLUMNS) {
                    for (int layers : LAYERS) {
                        int turn = sizes.size();
                        int steps = STEPS[(turn + turn / 9) % 3];
                        int vocabulary = VOCABULARY[(turn / 3 + turn) % 3];
                        int outputs = VOCABULARY[turn % 3];
                        Vocabularies vocabularies = new Vocabularies(vocabulary, outputs);
                        NetworkSpec spec = new NetworkSpec(cell.name(), 2, hidden, layers, 0).with(vocabularies);
                        sizes.add(new Size(spec, steps, columns));
                        // Of a tensor with one entry the terms may cancel out, and leave nothing to measure by.
                        if (hidden > 1 && columns < 17) {
                            sizes.add(new Size(spec.with(Directions.BIDIRECTIONAL), steps, columns));
                        }
                    }
                }
            }
        }
        return sizes.stream();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everythingIsTheOracles(Size size) {
        int workers = Math.min(
                size.hidden(), 1 + (size.hidden() + size.columns() + size.spec().layers()) % 3);
        everythingIsTheOracles(size, workers);
    }

    /** So large that a pass has several chunks, the last one shorter; without ReLU, of which some unit then is always near its kink. */
    static Stream<Size> sizesInChunks() {
        return Stream.of("elman", "gru", "lstm")
                .flatMap(cell -> Stream.of(Directions.values()).map(directions -> {
                    NetworkSpec spec = new NetworkSpec(cell, 5, 33, 2, 0).with(directions);
                    return new Size(spec, 35, 720 / spec.kind().blocks());
                }));
    }

    @ParameterizedTest
    @MethodSource("sizesInChunks")
    void everythingIsTheOraclesInSeveralChunks(Size size) {
        for (int workers : new int[] {1, 3}) {
            int most = Chunk.steps(size.spec().kind(), size.hidden(), size.steps(), size.columns(), workers);
            assertThat(size.steps() % most).as("steps of the last chunk").isBetween(1, most - 1);
        }
        everythingIsTheOracles(size, 1, 3);
    }

    private static void everythingIsTheOracles(Size size, int... workers) {
        Witness witness = Witness.random(size, 1000);
        Batch batch = witness.batch();
        OracleNetwork.Forward expected = witness.oracle().forward(batch, witness.oracleStart());
        OracleNetwork.Gradient expectedGradient = witness.oracle().backward(batch, witness.oracleStart());
        ProductsFixtures.withEach(() -> {
            for (int count : workers) {
                try (WorkerGroup group = new WorkerGroup(count)) {
                    everythingIsTheOracles(witness, expected, expectedGradient, group);
                }
            }
        });
    }

    private static void everythingIsTheOracles(
            Witness witness,
            OracleNetwork.Forward expected,
            OracleNetwork.Gradient expectedGradient,
            WorkerGroup group) {
        Batch batch = witness.batch();
        Unroll unroll = new Unroll(witness.network(), new Capacity(batch.steps(), batch.columns()), group);
        Parameters gradient = witness.network().parameters().likeThis();

        unroll.forward(batch.inputs(), witness.start(), null);
        float[] logits = unroll.logits();
        double loss = unroll.loss(batch.targets(), 1f / witness.targets()) / witness.targets();
        State dStart = State.zero(witness.network().spec(), batch.columns());
        unroll.backward(gradient, dStart);

        check("loss", Math.abs(loss - expected.loss()) / expected.loss(), witness);
        check("logits", deviation(logits, expected.logits()), witness);
        if (witness.network().spec().directions() == Directions.UNIDIRECTIONAL) {
            State last = State.zero(witness.network().spec(), batch.columns());
            unroll.readFinalState(last);
            check("final state", Witness.deviation(last, expected.last()), witness);
        }
        for (ParameterTensor tensor : gradient.tensors()) {
            double[][] rows = expectedGradient.weights().get(tensor.name());
            check("gradient of " + tensor.name(), Witness.deviation(gradient, tensor, rows), witness);
        }
        check("gradient of the start", Witness.deviation(dStart, expectedGradient.initial()), witness);
    }

    @Test
    void aBidirectionalNetworkCarriesNoState() {
        NetworkSpec spec = new NetworkSpec("gru", 3, 4, 1, 0).with(Directions.BIDIRECTIONAL);
        Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(1));
        Unroll unroll = new Unroll(network, new Capacity(2, 1), WorkerGroup.ofOne());
        unroll.forward(new int[] {1, 2}, State.zero(spec, 1), null);

        assertThatThrownBy(() -> unroll.readFinalState(State.zero(spec, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no state to carry");
        assertThatThrownBy(() -> new Stepper(network))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("symbol by symbol");
    }

    /** The column of step t and example b is t·B + b. */
    private static double deviation(float[] logits, double[][][] expected) {
        double largest = 1e-12;
        double deviation = 0;
        int at = 0;
        for (double[][] step : expected) {
            for (double[] column : step) {
                for (double value : column) {
                    deviation = Math.max(deviation, Math.abs(logits[at++] - value));
                    largest = Math.max(largest, Math.abs(value));
                }
            }
        }
        return deviation / largest;
    }

    private static void check(String what, double deviation, Witness witness) {
        assertThat(deviation)
                .as("deviation of the %s, %s", what, witness.label())
                .isLessThan(TOLERANCE);
    }
}
