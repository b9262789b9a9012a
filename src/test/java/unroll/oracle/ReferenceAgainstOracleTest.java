package unroll.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.network.NetworkSpec;
import unroll.network.Parameters.ParameterTensor;
import unroll.oracle.OracleSlopes.Stack;
import unroll.oracle.OracleSlopes.StateIndex;
import unroll.reference.ReferenceNetwork;
import unroll.reference.ReferenceState;
import unroll.reference.ReferenceStep;
import unroll.reference.Variable;

/** The reference network against the oracle, which shares nothing with it: every kind of network, the sum of all losses. */
class ReferenceAgainstOracleTest {
    private static final int STEPS = 5;
    private static final double SLOPE = 1e-6;
    private static final double EXACT = 1e-12;

    static Stream<NetworkSpec> networks() {
        return DrawnCase.specs();
    }

    private static ReferenceNetwork reference(DrawnCase drawn) {
        return new ReferenceNetwork(drawn.network().spec(), drawn.network().parameters());
    }

    /** The encoder's steps and then the others, and the backward pass through them. */
    private static List<ReferenceStep> backward(DrawnCase drawn) {
        ReferenceState start = ReferenceState.of(drawn.column().start());
        List<ReferenceStep> steps =
                reference(drawn).forward(drawn.source(), drawn.column().inputs(), start);
        return reference(drawn).backward(steps, drawn.column().targets());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatArrivesAtEveryStateIsTheOracles(NetworkSpec spec) {
        DrawnCase drawn = DrawnCase.random(spec, STEPS, 0, 20);
        OracleSlopes slopes = drawn.slopes(drawn.column().targets());
        int source = drawn.source().length;

        List<ReferenceStep> back = backward(drawn);

        for (int t = 0; t < back.size(); t++) {
            for (int row = 0; row < drawn.start().length; row++) {
                Stack stack = t < source ? Stack.ENCODER : Stack.LAYERS;
                int at = t < source ? t : t - source;
                String label = drawn.label() + "t = " + t + ", row " + row;
                double[] da = back.get(t).rows().get(row).of(Variable.after("a").gradient());
                assertThat(da).as(label).containsExactly(slopes.at(new StateIndex(stack, row, at, 0)), within(SLOPE));
                if (drawn.start()[row][0].length > 1) {
                    // The oracle moves c<t> and leaves a<t> alone.
                    double[] dc = back.get(t).rows().get(row).of(Variable.fromNext("c"));
                    assertThat(dc)
                            .as(label)
                            .containsExactly(slopes.at(new StateIndex(stack, row, at, 1)), within(SLOPE));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theGradientOfEveryWeightIsTheOracles(NetworkSpec spec) {
        for (int blank = 0; blank < 3; blank++) {
            DrawnCase drawn = DrawnCase.random(spec, STEPS, blank, 30);
            OracleWeights expected = drawn.gradient();
            double[] gradient = reference(drawn).gradient(backward(drawn));

            for (ParameterTensor tensor : drawn.network().parameters().tensors()) {
                double[][] rows = expected.get(tensor.name());
                for (int i = 0; i < tensor.size(); i++) {
                    assertThat(gradient[tensor.offset() + i] / drawn.column().asked())
                            .as("%s%s, entry %d, %d steps blank", drawn.label(), tensor.name(), i, blank)
                            .isCloseTo(rows[i % tensor.rows()][i / tensor.rows()], within(EXACT));
                }
            }
        }
    }
}
