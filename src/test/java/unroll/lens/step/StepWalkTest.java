package unroll.lens.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.cell.formula.Piece;
import unroll.cell.formula.Symbol;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;
import unroll.network.Parameters.Tensor;
import unroll.network.State;
import unroll.network.Stepper;
import unroll.network.Unroll;

/** The walk in the open against the engine. */
class StepWalkTest {
    private static final int SYMBOLS = 6;
    private static final int HIDDEN = 7;
    private static final Offset<Double> FLOAT = within(3e-6);

    static Stream<Arguments> networks() {
        return Cells.all().stream()
                .map(Cell::name)
                .flatMap(cell -> Stream.of(1, 2, 3).map(layers -> Arguments.of(cell, layers)));
    }

    /** With biases too, so that no term is hidden by a zero. */
    private static Network network(String cell, int layers) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(40 + layers);
        Network network = new Network(new NetworkSpec(cell, SYMBOLS, HIDDEN, layers, 0), random);
        for (Tensor tensor : network.parameters().tensors()) {
            for (int i = 0; tensor.columns() == 1 && i < tensor.size(); i++) {
                network.parameters().values()[tensor.offset() + i] += random.nextFloat() - 0.5f;
            }
        }
        return network;
    }

    private static State randomState(NetworkSpec spec) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(50);
        State state = State.zero(spec, 1);
        for (float[][] layer : state.slabs()) {
            for (float[] slab : layer) {
                for (int i = 0; i < slab.length; i++) {
                    slab[i] = 2 * random.nextFloat() - 1;
                }
            }
        }
        return state;
    }

    @ParameterizedTest(name = "{0}, {1} layers")
    @MethodSource("networks")
    void forwardIsTheEngines(String cell, int layers) {
        Network network = network(cell, layers);
        StepWalk walk = new StepWalk(network);
        Stepper stepper = new Stepper(network, randomState(network.spec()));
        State state = randomState(network.spec());

        for (int symbol : new int[] {3, 0, 5, 5, 1}) {
            float[] expected = stepper.read(symbol);
            ForwardStep step = walk.forward(state, symbol);
            state = step.after();
            for (int v = 0; v < SYMBOLS; v++) {
                assertThat(step.logits()[v]).as("logit %d", v).isCloseTo(expected[v], FLOAT);
            }
            assertThat(step.probabilities())
                    .satisfies(p -> assertThat(Arrays.stream(p).sum()).isCloseTo(1, FLOAT));
        }
    }

    @ParameterizedTest(name = "{0}, {1} layers")
    @MethodSource("networks")
    void everyLayersStateIsTheEngines(String cell, int layers) {
        Network network = network(cell, layers);
        State start = randomState(network.spec());
        Unroll unroll = new Unroll(network, 1, 1);
        unroll.forward(new int[] {2}, start, null);

        State after = new StepWalk(network).forward(start, 2).after();

        assertThat(after.slabs()).hasDimensions(layers, network.spec().kind().stateSlabs());
        assertStates(after.slabs(), unroll.finalState().slabs());
    }

    @ParameterizedTest(name = "{0}, {1} layers")
    @MethodSource("networks")
    void backwardIsTheEngines(String cell, int layers) {
        Network network = network(cell, layers);
        State start = randomState(network.spec());
        Parameters expected = network.parameters().likeThis();
        Unroll unroll = new Unroll(network, 1, 1);
        unroll.forward(new int[] {4}, start, null);
        double loss = unroll.loss(new int[] {1}, 1);
        State dStart = unroll.backward(expected);
        StepWalk walk = new StepWalk(network);

        BackwardStep step = walk.backward(walk.forward(start, 4), 1);

        assertThat(step.loss()).isCloseTo(loss, FLOAT);
        Parameters actual = gradient(network, step);
        for (Tensor tensor : expected.tensors()) {
            for (int i = 0; i < tensor.size(); i++) {
                assertThat((double) actual.values()[tensor.offset() + i])
                        .as("entry %d of ∂L/∂%s", i, tensor.name())
                        .isCloseTo(expected.values()[tensor.offset() + i], FLOAT);
            }
        }
        for (int layer = 0; layer < layers; layer++) {
            double[][] before = step.stateBefore(layer);
            for (int slab = 0; slab < before.length; slab++) {
                for (int i = 0; i < HIDDEN; i++) {
                    assertThat(before[slab][i])
                            .as("∂L/∂ the start, layer %d, slab %d, unit %d", layer, slab, i)
                            .isCloseTo(dStart.slabs()[layer][slab][i], FLOAT);
                }
            }
        }
    }

    /** The unfolded view: the same window in the engine and in single steps. */
    @ParameterizedTest(name = "{0}, {1} layers")
    @MethodSource("networks")
    void backwardThroughSeveralStepsIsTheEngines(String cell, int layers) {
        Network network = network(cell, layers);
        int[] inputs = {4, 2, 2, 0};
        int[] targets = {2, 2, 0, 5};
        Parameters expected = network.parameters().likeThis();
        Unroll unroll = new Unroll(network, inputs.length, 1);
        unroll.forward(inputs, randomState(network.spec()), null);
        unroll.loss(targets, 1);
        State dStart = unroll.backward(expected);
        StepWalk walk = new StepWalk(network);
        List<ForwardStep> forward = new ArrayList<>();
        State state = randomState(network.spec());
        for (int symbol : inputs) {
            forward.add(walk.forward(state, symbol));
            state = forward.get(forward.size() - 1).after();
        }

        List<BackwardStep> back = walk.backward(forward, targets);

        float[] sum = new float[expected.values().length];
        for (BackwardStep step : back) {
            float[] each = gradient(network, step).values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += each[i];
            }
        }
        assertThat(sum).containsExactly(expected.values(), within(2e-5f));
        double[] before = back.get(0).stateBefore(0)[0];
        for (int i = 0; i < HIDDEN; i++) {
            assertThat(before[i]).as("unit %d", i).isCloseTo(dStart.slabs()[0][0][i], within(2e-5));
        }
    }

    /** The gradient of every weight, put together from what is shown of each unit. */
    private static Parameters gradient(Network network, BackwardStep step) {
        Parameters gradient = network.parameters().likeThis();
        Cell cell = network.spec().kind();
        for (int layer = 0; layer < network.spec().layers(); layer++) {
            for (int unit = 0; unit < HIDDEN; unit++) {
                List<BlockGradient> blocks = step.weights(layer, unit);
                for (int block = 0; block < blocks.size(); block++) {
                    BlockGradient of = blocks.get(block);
                    String prefix = "layer" + layer + ".";
                    int recurrent = block - cell.recurrentFrom();
                    setRow(gradient, prefix + "Wax", block * HIDDEN + unit, of.dWax());
                    setRow(gradient, prefix + "Waa", recurrent * HIDDEN + unit, of.dWaa());
                    setRow(gradient, prefix + "ba", block * HIDDEN + unit, new double[] {of.dba()});
                }
            }
        }
        for (int v = 0; v < SYMBOLS; v++) {
            double[] row = new double[HIDDEN];
            for (int unit = 0; unit < HIDDEN; unit++) {
                row[unit] = step.outputWeights(unit)[v];
            }
            setRow(gradient, "Wya", v, row);
            setRow(gradient, "by", v, new double[] {step.dLogits()[v]});
        }
        return gradient;
    }

    private static void setRow(Parameters parameters, String name, int row, double[] values) {
        Tensor tensor = parameters.tensor(name);
        for (int j = 0; j < values.length; j++) {
            parameters.values()[tensor.offset() + j * tensor.rows() + row] = (float) values[j];
        }
    }

    private static void assertStates(float[][][] actual, float[][][] expected) {
        for (int layer = 0; layer < expected.length; layer++) {
            for (int slab = 0; slab < expected[layer].length; slab++) {
                assertThat(actual[layer][slab])
                        .as("layer %d, slab %d", layer, slab)
                        .containsExactly(expected[layer][slab], within(3e-6f));
            }
        }
    }

    @Test
    void theLinesHoldTheNumbersOfTheUnit() {
        Network network = network("lstm", 2);
        ForwardStep step = new StepWalk(network).forward(randomState(network.spec()), 2);

        for (List<Piece> line : step.lines(1, 3)) {
            double left = line.get(0).value().orElseThrow();
            if (line.get(0).text().startsWith("z")) {
                double sum = line.stream()
                        .skip(1)
                        .mapToDouble(piece -> piece.value().orElse(0))
                        .sum();
                assertThat(left).as("%s", line).isCloseTo(sum, within(1e-12));
            }
        }
        assertThat(step.lines(1, 3).get(1).stream().map(Piece::text))
                .containsExactly("zf", " = ", "Wfx·x<t>", " + ", "Wfa·a<t-1>", " + ", "bf");
        List<Piece> memory = step.lines(1, 3).get(8);
        assertThat(memory.get(0).text()).isEqualTo("c<t>");
        assertThat(memory.get(0).value()).hasValue(step.values(1).of(Symbol.after("c"))[3]);
        assertThat(memory.get(2).value().orElseThrow() * memory.get(4).value().orElseThrow()
                        + memory.get(6).value().orElseThrow()
                                * memory.get(8).value().orElseThrow())
                .isCloseTo(memory.get(0).value().orElseThrow(), within(1e-12));
    }

    @Test
    void theTermsAddUpToTheShare() {
        Network network = network("gru", 2);
        ForwardStep step = new StepWalk(network).forward(randomState(network.spec()), 2);

        for (int block = 0; block < 3; block++) {
            double share = step.inputTerms(1, block, 4, 100).stream()
                    .mapToDouble(Term::product)
                    .sum();
            String gate = List.of("c", "r", "u").get(block);
            assertThat(share).isCloseTo(step.values(1).of(new Symbol("W" + gate + "x·x", "", "t"))[4], FLOAT);
        }
        List<Term> largest = step.stateTerms(1, 3, 4, 3);
        assertThat(largest)
                .hasSize(3)
                .extracting(term -> -Math.abs(term.product()))
                .isSorted();
        assertThat(step.inputTerms(1, 3, 4, 9)).as("no input reaches ca").isEmpty();
        assertThat(step.stateTerms(1, 0, 4, 9)).as("no state reaches cx").isEmpty();
        assertThat(step.inputTerms(0, 1, 4, 9)).as("one-hot: one weight").hasSize(1);
        assertThat(step.inputTerms(0, 1, 4, 9).get(0).from()).isEqualTo(2);
    }

    @Test
    void refusesWhatItCannotShow() {
        NetworkSpec bothWays = new NetworkSpec("gru", SYMBOLS, HIDDEN, 1, 0).with(Directions.TWO_WAY);
        assertThatThrownBy(() -> new StepWalk(new Network(bothWays, RandomSource.XO_SHI_RO_256_PP.create(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one way");
        Network network = network("gru", 1);
        StepWalk walk = new StepWalk(network);
        State start = State.zero(network.spec(), 1);
        assertThatThrownBy(() -> walk.forward(start, SYMBOLS)).isInstanceOf(IndexOutOfBoundsException.class);
        ForwardStep step = walk.forward(start, 0);
        assertThatThrownBy(() -> walk.backward(step, SYMBOLS)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
