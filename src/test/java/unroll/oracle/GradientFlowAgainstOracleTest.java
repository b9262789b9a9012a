package unroll.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.lens.GradientFlow;
import unroll.lens.InputSequence;
import unroll.network.Direction;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.oracle.OracleSlopes.Stack;
import unroll.oracle.OracleSlopes.StateIndex;
import unroll.task.Batch;

/** ‖∂L/∂a&lt;t&gt;‖ of every kind of network against {@link OracleSlopes}. */
class GradientFlowAgainstOracleTest {
    private static final int STEPS = 6;
    /** Steps without a symbol, at the begin. */
    private static final int BLANK = 1;

    private static final Percentage TOLERANCE = Percentage.withPercentage(0.02);

    static Stream<NetworkSpec> networks() {
        return DrawnCase.specs();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyNormIsTheOracles(NetworkSpec spec) {
        DrawnCase drawn = DrawnCase.random(spec, STEPS, BLANK, 7);

        GradientFlow flow = GradientFlow.of(drawn.network(), drawn.source(), drawn.column());

        assertThat(flow.rows()).hasSize(spec.layers() * spec.directions().count());
        assertThat(flow.sourceSteps()).isEqualTo(drawn.source().length);
        assertThat(flow.steps()).isEqualTo(drawn.source().length + STEPS);
        for (int row = 0; row < flow.rows().size(); row++) {
            for (int t = 0; t < flow.steps(); t++) {
                assertClose(flow.norm(row, t), norm(drawn, drawn.column(), row, t), drawn.label() + row + ", " + t);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void oneStepAloneIsTheOracles(NetworkSpec spec) {
        DrawnCase drawn = DrawnCase.random(spec, STEPS, BLANK, 8);
        boolean bidirectional = spec.directions() == Directions.BIDIRECTIONAL;
        // The column is asked nothing at its first step and its last.
        int loss = bidirectional ? STEPS / 2 : STEPS - 2;
        InputSequence only = drawn.column().askedOnlyAt(loss);

        GradientFlow flow = GradientFlow.ofOneStep(drawn.network(), drawn.source(), drawn.column());

        assertThat(flow.lossStep()).isEqualTo(drawn.source().length + loss);
        for (int row = 0; row < flow.rows().size(); row++) {
            double[] away = flow.away(row);
            boolean forward = flow.rows().get(row).direction() == Direction.FORWARD;
            assertThat(away).hasSize(forward ? flow.lossStep() + 1 : STEPS - loss);
            for (int i = 0; i < away.length; i++) {
                double expected = norm(drawn, only, row, flow.lossStep() + (forward ? -i : i));
                assertClose(away[i], expected, drawn.label() + row + ", " + i + " away");
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
        InputSequence column = new InputSequence(new int[] {0, 1, 0, 1}, new int[] {0, 1, 0, 1}, State.zero(spec, 1));

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
        start.buffers()[0][1] = new float[] {1, 2, 3, 4};
        Batch batch = new Batch(2, 2, new int[] {0, 1, 2, 0}, new int[] {1, 2, 0, 1});

        InputSequence column = InputSequence.of(batch, start, 1);

        assertThat(column.inputs()).containsExactly(1, 0);
        assertThat(column.targets()).containsExactly(2, 1);
        assertThat(column.start().buffers()[0][1]).containsExactly(3, 4);
    }

    /** Of the mean loss; steps count from the encoder's first. */
    private static double norm(DrawnCase drawn, InputSequence asked, int row, int t) {
        int source = drawn.source().length;
        StateIndex place = t < source
                ? new StateIndex(Stack.ENCODER, row, t, 0)
                : new StateIndex(Stack.LAYERS, row, t - source, 0);
        double sum = 0;
        for (double slope : drawn.slopes(asked.targets()).at(place)) {
            sum += slope * slope;
        }
        return Math.sqrt(sum) / asked.asked();
    }
}
