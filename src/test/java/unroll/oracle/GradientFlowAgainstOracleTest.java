package unroll.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cells;
import unroll.lens.Column;
import unroll.lens.flow.GradientFlow;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.network.Vocabularies;
import unroll.task.Batch;

/**
 * ‖∂L/∂a&lt;t&gt;‖ against central differences: the oracle's layers run in doubles, with one unit's a&lt;t&gt; moved a little on
 * its way to the layer above and to the next step.
 */
class GradientFlowAgainstOracleTest {
    private static final int VOCABULARY = 5;
    private static final int HIDDEN = 4;
    private static final int STEPS = 6;
    private static final double MOVE = 1e-5;
    private static final Percentage TOLERANCE = Percentage.withPercentage(0.02);

    static Stream<Arguments> networks() {
        return Cells.all().stream()
                .flatMap(cell -> Stream.of(1, 2, 3).map(layers -> Arguments.of(cell.name(), layers)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyNormIsTheOracles(String cell, int layers) {
        Case drawn = Case.random(cell, layers, 7);

        GradientFlow flow = GradientFlow.of(drawn.network, drawn.column);

        assertThat(flow.layers()).isEqualTo(layers);
        assertThat(flow.steps()).isEqualTo(STEPS);
        for (int layer = 0; layer < layers; layer++) {
            for (int t = 0; t < STEPS; t++) {
                assertClose(flow.norm(layer, t), drawn.norm(drawn.column, layer, t), drawn.label + layer + ", " + t);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theLastStepAloneIsTheOracles(String cell, int layers) {
        Case drawn = Case.random(cell, layers, 8);
        Column last = drawn.column.lastAskedOnly();

        GradientFlow flow = GradientFlow.ofLastStep(drawn.network, drawn.column);

        // The column's last step is asked nothing.
        assertThat(flow.steps()).isEqualTo(STEPS - 1);
        for (int layer = 0; layer < layers; layer++) {
            double[] backwards = flow.backwards(layer);
            for (int back = 0; back < STEPS - 1; back++) {
                double expected = drawn.norm(last, layer, STEPS - 2 - back);
                assertClose(backwards[back], expected, drawn.label + layer + ", " + back + " back");
            }
        }
    }

    private static void assertClose(double actual, double expected, String label) {
        if (expected < 1e-7) {
            assertThat(actual).as(label).isCloseTo(expected, within(1e-7));
        } else {
            assertThat(actual).as(label).isCloseTo(expected, TOLERANCE);
        }
    }

    /** A unit that halves what it holds halves the gradient with every step back. */
    @Test
    void aUnitThatHalvesHalvesTheGradient() {
        NetworkSpec spec = new NetworkSpec("elman-relu", 2, 1, 1, 0);
        Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(1));
        Arrays.fill(network.parameters().values(), 1);
        network.parameters().values()[network.parameters().tensor("layer0.Waa").offset()] = 0.5f;
        network.parameters().values()[network.parameters().tensor("Wya").offset()] = -1;
        Column column = new Column(new int[] {0, 1, 0, 1}, new int[] {0, 1, 0, 1}, State.zero(spec, 1));

        double[] backwards = GradientFlow.ofLastStep(network, column).backwards(0);

        assertThat(backwards[0]).isPositive();
        for (int back = 1; back < backwards.length; back++) {
            assertThat(backwards[back]).isCloseTo(backwards[back - 1] / 2, within(1e-7));
        }
    }

    @Test
    void whatDoesNotReadOneWayIsRefused() {
        NetworkSpec plain = new NetworkSpec("gru", 3, 2, 1, 0);
        for (NetworkSpec spec : List.of(plain.with(Directions.TWO_WAY), plain.with(new Vocabularies(3, 3, 3)))) {
            Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(1));
            Column column = new Column(new int[] {0}, new int[] {0}, State.zero(spec, 1));

            assertThatThrownBy(() -> GradientFlow.of(network, column))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("one way");
        }
    }

    @Test
    void aColumnComesOutOfABatchWithItsState() {
        NetworkSpec spec = new NetworkSpec("lstm", 3, 2, 1, 0);
        State start = State.zero(spec, 2);
        start.slabs()[0][1] = new float[] {1, 2, 3, 4};
        Batch batch = new Batch(2, 2, new int[] {0, 1, 2, 0}, new int[] {1, 2, 0, 1});

        Column column = Column.of(batch, start, 1);

        assertThat(column.inputs()).containsExactly(1, 0);
        assertThat(column.targets()).containsExactly(2, 1);
        assertThat(column.start().slabs()[0][1]).containsExactly(3, 4);
    }

    /** A network, a column that begins late and is asked nothing at its last step, and the same in doubles. */
    private record Case(String label, Network network, Column column, OracleShape shape, OracleWeights weights) {
        /** Clear of kinks, from this seed on. */
        static Case random(String cell, int layers, long firstSeed) {
            for (long seed = firstSeed; ; seed++) {
                Case drawn = draw(cell, layers, seed);
                OracleNetwork oracle = new OracleNetwork(drawn.shape, drawn.weights);
                Batch batch = new Batch(STEPS, 1, drawn.column.inputs(), drawn.column.targets());
                if (oracle.distanceToKink(batch, drawn.start()) > 1e-3) {
                    return drawn;
                }
            }
        }

        private static Case draw(String cell, int layers, long seed) {
            Random random = new Random(seed);
            NetworkSpec spec = new NetworkSpec(cell, VOCABULARY, HIDDEN, layers, 0);
            Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(seed));
            float[] values = network.parameters().values();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) random.nextGaussian() / 4;
            }
            int[] inputs = random.ints(STEPS, 0, VOCABULARY).toArray();
            int[] targets = random.ints(STEPS, 0, VOCABULARY).toArray();
            inputs[0] = Batch.NO_SYMBOL;
            targets[0] = targets[STEPS - 1] = Batch.NO_TARGET;
            State start = State.zero(spec, 1);
            for (float[][] layer : start.slabs()) {
                for (float[] slab : layer) {
                    for (int i = 0; i < HIDDEN; i++) {
                        slab[i] = (float) random.nextGaussian() / 2;
                    }
                }
            }
            OracleShape shape = new OracleShape(OracleCells.of(spec.kind()), VOCABULARY, HIDDEN, layers);
            String label = "%s, %d layers, seed %d, at ".formatted(cell, layers, seed);
            OracleWeights weights = OracleWeights.of(network.parameters());
            return new Case(label, network, new Column(inputs, targets, start), shape, weights);
        }

        /** [layer][b][slab][unit]. */
        double[][][][] start() {
            double[][][][] start = OracleNetwork.zeroState(shape, 1);
            for (int layer = 0; layer < start.length; layer++) {
                for (int slab = 0; slab < start[layer][0].length; slab++) {
                    for (int i = 0; i < HIDDEN; i++) {
                        start[layer][0][slab][i] = column.start().slabs()[layer][slab][i];
                    }
                }
            }
            return start;
        }

        double norm(Column asked, int layer, int t) {
            double sum = 0;
            for (int unit = 0; unit < HIDDEN; unit++) {
                double up = loss(asked, new Move(layer, t, unit, MOVE));
                double down = loss(asked, new Move(layer, t, unit, -MOVE));
                double slope = (up - down) / (2 * MOVE);
                sum += slope * slope;
            }
            return Math.sqrt(sum);
        }

        private record Move(int layer, int t, int unit, double by) {}

        /** The mean loss with one unit's a<t> moved. */
        private double loss(Column asked, Move move) {
            int steps = asked.steps();
            double[][][] x = new double[steps][1][VOCABULARY];
            boolean[][] blank = new boolean[steps][1];
            for (int t = 0; t < steps; t++) {
                blank[t][0] = asked.inputs()[t] == Batch.NO_SYMBOL;
                if (!blank[t][0]) {
                    x[t][0][asked.inputs()[t]] = 1;
                }
            }
            for (int l = 0; l < shape.layers(); l++) {
                x = outputs(l, x, blank, move);
            }
            double sum = 0;
            for (int t = 0; t < steps; t++) {
                if (asked.targets()[t] != Batch.NO_TARGET) {
                    double[] logits = logits(x[t][0]);
                    sum += OracleMath.logSumExp(logits) - logits[asked.targets()[t]];
                }
            }
            return sum / asked.asked();
        }

        private double[][][] outputs(int l, double[][][] x, boolean[][] blank, Move move) {
            OracleLayer layer = new OracleLayer(shape.cell(), weights.layer(OracleShape.layerName(l, 0)));
            List<double[][]> outputs = new ArrayList<>();
            double[][][] state = start()[l];
            for (int t = 0; t < x.length; t++) {
                double[][][] xStep = {x[t]};
                boolean[][] blankStep = {blank[t]};
                state = layer.forward(xStep, blankStep, state).last();
                if (l == move.layer && t == move.t) {
                    state[0][0][move.unit] += move.by;
                }
                outputs.add(new double[][] {state[0][0].clone()});
            }
            return outputs.toArray(double[][][]::new);
        }

        private double[] logits(double[] a) {
            double[] logits = new double[VOCABULARY];
            for (int v = 0; v < VOCABULARY; v++) {
                logits[v] = weights.get("by")[v][0] + OracleMath.product(weights.get("Wya"), v, a);
            }
            return logits;
        }
    }
}
