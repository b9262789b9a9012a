package unroll.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.formula.Variable;
import unroll.lens.step.BackwardStep;
import unroll.lens.step.BlockGradient;
import unroll.lens.step.ForwardStep;
import unroll.lens.step.StepWalk;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.oracle.OracleSlopes.Place;
import unroll.oracle.OracleSlopes.Stack;
import unroll.task.Batch;

/** The way back that is shown step by step, against the oracle: every kind of network, the sum of all losses. */
class StepWalkAgainstOracleTest {
    private static final int STEPS = 5;
    private static final double SLOPE = 1e-6;
    private static final double EXACT = 1e-9;

    static Stream<NetworkSpec> networks() {
        return DrawnCase.specs();
    }

    /** The encoder's steps and then the others, and the way back through them. */
    private static List<BackwardStep> walk(DrawnCase drawn) {
        StepWalk walk = new StepWalk(drawn.network());
        List<ForwardStep> steps = new ArrayList<>();
        State start = drawn.column().start();
        int source = drawn.source().length;
        if (source > 0) {
            steps.addAll(walk.encode(drawn.source()));
            start = steps.get(source - 1).after();
        }
        steps.addAll(walk.forward(start, drawn.column().inputs()));
        int[] targets = new int[steps.size()];
        for (int t = 0; t < targets.length; t++) {
            targets[t] = t < source ? Batch.NO_TARGET : drawn.column().targets()[t - source];
        }
        return walk.backward(steps, targets);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whatArrivesAtEveryStateIsTheOracles(NetworkSpec spec) {
        DrawnCase drawn = DrawnCase.random(spec, STEPS, 0, 20);
        OracleSlopes slopes = drawn.slopes(drawn.column().targets());
        int source = drawn.source().length;

        List<BackwardStep> back = walk(drawn);

        for (int t = 0; t < back.size(); t++) {
            for (int row = 0; row < drawn.start().length; row++) {
                Stack stack = t < source ? Stack.ENCODER : Stack.LAYERS;
                int at = t < source ? t : t - source;
                String label = drawn.label() + "t = " + t + ", row " + row;
                double[] da = back.get(t).values(row).of(Variable.after("a").gradient());
                assertThat(da).as(label).containsExactly(slopes.at(new Place(stack, row, at, 0)), within(SLOPE));
                if (drawn.start()[row][0].length > 1) {
                    // The oracle moves c<t> and leaves a<t> alone.
                    double[] dc = back.get(t).values(row).of(Variable.fromNext("c"));
                    assertThat(dc).as(label).containsExactly(slopes.at(new Place(stack, row, at, 1)), within(SLOPE));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theWeightsOfAllStepsAddUpToTheOracles(NetworkSpec spec) {
        DrawnCase drawn = DrawnCase.random(spec, STEPS, 0, 30);
        OracleWeights expected = drawn.gradient();
        OracleWeights sum = OracleWeights.zeros(drawn.shape());
        List<BackwardStep> back = walk(drawn);
        for (int t = 0; t < back.size(); t++) {
            add(drawn, back.get(t), t < drawn.source().length ? "encoder." : "", sum);
        }

        int asked = drawn.column().asked();
        sum.tensors().forEach((name, rows) -> {
            for (int i = 0; !name.equals("Wya") && i < rows.length; i++) {
                for (int j = 0; j < rows[i].length; j++) {
                    // An encoder hands its state over in floats.
                    assertThat(rows[i][j] / asked)
                            .as("%s%s[%d, %d]", drawn.label(), name, i, j)
                            .isCloseTo(expected.get(name)[i][j], within(spec.hasEncoder() ? SLOPE : EXACT));
                }
            }
        });
    }

    private static void add(DrawnCase drawn, BackwardStep step, String prefix, OracleWeights sum) {
        NetworkSpec spec = drawn.network().spec();
        Cell cell = spec.kind();
        for (int row = 0; row < drawn.start().length; row++) {
            int directions = spec.directions().count();
            String name = prefix + OracleShape.layerName(row / directions, row % directions);
            for (int unit = 0; unit < spec.hidden(); unit++) {
                List<BlockGradient> blocks = step.weights(row, unit);
                for (int block = 0; block < blocks.size(); block++) {
                    int at = block * spec.hidden() + unit;
                    int recurrent = at - cell.recurrentFrom() * spec.hidden();
                    addRow(sum.get(name + "Wax"), at, blocks.get(block).dWax());
                    addRow(sum.get(name + "Waa"), recurrent, blocks.get(block).dWaa());
                    addRow(sum.get(name + "ba"), at, new double[] {
                        blocks.get(block).dba()
                    });
                }
            }
        }
        for (int v = 0; v < step.dLogits().length; v++) {
            addRow(sum.get("by"), v, new double[] {step.dLogits()[v]});
        }
    }

    private static void addRow(double[][] rows, int row, double[] values) {
        for (int j = 0; j < values.length; j++) {
            rows[row][j] += values[j];
        }
    }
}
