package unroll.oracle;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.lens.Column;
import unroll.lens.flow.GradientFlow;
import unroll.network.Direction;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.network.Vocabularies;
import unroll.oracle.OracleSlopes.Place;
import unroll.oracle.OracleSlopes.Reading;
import unroll.oracle.OracleSlopes.Stack;
import unroll.task.Batch;

/** ‖∂L/∂a&lt;t&gt;‖ of every kind of network against {@link OracleSlopes}. */
class GradientFlowAgainstOracleTest {
    private static final int STEPS = 6;
    private static final int SOURCE_STEPS = 4;
    private static final Vocabularies PLAIN = new Vocabularies(5, 4);
    private static final Vocabularies WITH_SOURCE = new Vocabularies(3, 5, 4);
    private static final Percentage TOLERANCE = Percentage.withPercentage(0.02);

    static Stream<NetworkSpec> networks() {
        List<NetworkSpec> specs = new ArrayList<>();
        for (Cell cell : Cells.all()) {
            for (int layers = 1; layers <= 3; layers++) {
                NetworkSpec spec = new NetworkSpec(cell.name(), 2, 3 + layers % 3, layers, 0);
                specs.add(spec.with(PLAIN));
                specs.add(spec.with(PLAIN).with(Directions.TWO_WAY));
                specs.add(spec.with(WITH_SOURCE));
            }
        }
        return specs.stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyNormIsTheOracles(NetworkSpec spec) {
        Case drawn = Case.random(spec, 7);

        GradientFlow flow = GradientFlow.of(drawn.network, drawn.source, drawn.column);

        assertThat(flow.rows()).hasSize(spec.layers() * spec.directions().count());
        assertThat(flow.sourceSteps()).isEqualTo(drawn.source.length);
        assertThat(flow.steps()).isEqualTo(drawn.source.length + STEPS);
        for (int row = 0; row < flow.rows().size(); row++) {
            for (int t = 0; t < flow.steps(); t++) {
                assertClose(flow.norm(row, t), drawn.norm(drawn.column, row, t), drawn.label + row + ", " + t);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void oneStepAloneIsTheOracles(NetworkSpec spec) {
        Case drawn = Case.random(spec, 8);
        boolean bothWays = spec.directions() == Directions.TWO_WAY;
        // The column is asked nothing at its first step and its last.
        int loss = bothWays ? STEPS / 2 : STEPS - 2;
        Column only = drawn.column.askedOnlyAt(loss);

        GradientFlow flow = GradientFlow.ofOneStep(drawn.network, drawn.source, drawn.column);

        assertThat(flow.lossStep()).isEqualTo(drawn.source.length + loss);
        for (int row = 0; row < flow.rows().size(); row++) {
            double[] away = flow.away(row);
            boolean forward = flow.rows().get(row).direction() == Direction.FORWARD;
            assertThat(away).hasSize(forward ? flow.lossStep() + 1 : STEPS - loss);
            for (int i = 0; i < away.length; i++) {
                double expected = drawn.norm(only, row, flow.lossStep() + (forward ? -i : i));
                assertClose(away[i], expected, drawn.label + row + ", " + i + " away");
            }
        }
    }

    private static void assertClose(double actual, double expected, String label) {
        if (expected < 1e-6) {
            assertThat(actual).as(label).isCloseTo(expected, within(3e-7));
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

        double[] away = GradientFlow.ofOneStep(network, new int[0], column).away(0);

        assertThat(away[0]).isPositive();
        for (int back = 1; back < away.length; back++) {
            assertThat(away[back]).isCloseTo(away[back - 1] / 2, within(1e-7));
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
    private record Case(
            String label, Network network, int[] source, Column column, OracleShape shape, double[][][][] start) {
        /** Clear of kinks, from this seed on. */
        static Case random(NetworkSpec spec, long firstSeed) {
            for (long seed = firstSeed; ; seed++) {
                Case drawn = draw(spec, seed);
                if (drawn.slopes(drawn.column).distanceToKink() > 1e-3) {
                    return drawn;
                }
            }
        }

        private static Case draw(NetworkSpec spec, long seed) {
            Random random = new Random(seed);
            Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(seed));
            float[] values = network.parameters().values();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) random.nextGaussian() / 4;
            }
            int[] source =
                    random.ints(spec.hasEncoder() ? SOURCE_STEPS : 0, 0, 3).toArray();
            int[] inputs = random.ints(STEPS, 0, spec.inputs()).toArray();
            int[] targets = random.ints(STEPS, 0, spec.outputs()).toArray();
            targets[0] = targets[STEPS - 1] = Batch.NO_TARGET;
            if (spec.hasEncoder()) {
                source[0] = Batch.NO_SYMBOL;
            } else {
                inputs[0] = Batch.NO_SYMBOL;
            }
            OracleShape shape = new OracleShape(
                    OracleCells.of(spec.kind()),
                    spec.vocabularies().source(),
                    spec.inputs(),
                    spec.outputs(),
                    spec.hidden(),
                    spec.layers(),
                    spec.directions().count());
            double[][][][] start =
                    spec.hasEncoder() ? OracleNetwork.zeroState(shape, 1) : OracleNetwork.randomState(shape, 1, random);
            Column column = new Column(inputs, targets, floats(spec, start));
            return new Case("%s, seed %d, at ".formatted(spec, seed), network, source, column, shape, start);
        }

        /** The doubles are rounded too. */
        private static State floats(NetworkSpec spec, double[][][][] start) {
            State state = State.zero(spec, 1);
            for (int row = 0; row < start.length; row++) {
                for (int slab = 0; slab < start[row][0].length; slab++) {
                    for (int i = 0; i < spec.hidden(); i++) {
                        state.slabs()[row][slab][i] = (float) start[row][0][slab][i];
                        start[row][0][slab][i] = (float) start[row][0][slab][i];
                    }
                }
            }
            return state;
        }

        OracleSlopes slopes(Column asked) {
            OracleWeights weights = OracleWeights.of(network.parameters());
            return new OracleSlopes(shape, weights, new Reading(source, asked.inputs(), asked.targets(), start));
        }

        /** Of the mean loss; steps count from the encoder's first. */
        double norm(Column asked, int row, int t) {
            boolean inSource = t < source.length;
            Place place = new Place(inSource ? Stack.ENCODER : Stack.LAYERS, row, inSource ? t : t - source.length, 0);
            double sum = 0;
            for (double slope : slopes(asked).at(place)) {
                sum += slope * slope;
            }
            return Math.sqrt(sum) / asked.asked();
        }
    }
}
