package unroll.lens.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import unroll.lens.step.StepFormulas.ProductTerm;
import unroll.lens.step.StepFormulas.WeightGradient;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters.ParameterTensor;
import unroll.network.State;
import unroll.network.Stepper;
import unroll.reference.Formula.Token;
import unroll.reference.ReferenceState;
import unroll.reference.Variable;

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
        for (ParameterTensor tensor : network.parameters().tensors()) {
            for (int i = 0; tensor.columns() == 1 && i < tensor.size(); i++) {
                network.parameters().values()[tensor.offset() + i] += random.nextFloat() - 0.5f;
            }
        }
        return network;
    }

    private static State randomState(NetworkSpec spec) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(50);
        State state = State.zero(spec, 1);
        for (float[][] layer : state.buffers()) {
            for (float[] buffer : layer) {
                for (int i = 0; i < buffer.length; i++) {
                    buffer[i] = 2 * random.nextFloat() - 1;
                }
            }
        }
        return state;
    }

    private static ReferenceState start(Network network) {
        return ReferenceState.of(randomState(network.spec()));
    }

    @ParameterizedTest(name = "{0}, {1} layers")
    @MethodSource("networks")
    void forwardIsTheEngines(String cell, int layers) {
        Network network = network(cell, layers);
        StepWalk walk = new StepWalk(network);
        Stepper stepper = new Stepper(network, randomState(network.spec()));
        ReferenceState state = start(network);

        for (int symbol : new int[] {3, 0, 5, 5, 1}) {
            float[] expected = stepper.read(symbol);
            StepFormulas step = walk.forward(state, symbol).get(0);
            state = walk.after(step);
            for (int v = 0; v < SYMBOLS; v++) {
                assertThat(step.logits()[v]).as("logit %d", v).isCloseTo(expected[v], FLOAT);
            }
            assertThat(step.probabilities())
                    .satisfies(p -> assertThat(Arrays.stream(p).sum()).isCloseTo(1, FLOAT));
        }
    }

    /** Every line, forward and back: what stands on the right with its numbers gives what stands on the left. */
    @ParameterizedTest(name = "{0}, {1} layers")
    @MethodSource("networks")
    void everyLineIsAnEquation(String cell, int layers) {
        Network network = network(cell, layers);
        StepWalk walk = new StepWalk(network);
        List<StepFormulas> steps = walk.forward(start(network), 2, 4);
        StepFormulas back = walk.backward(steps, 1, 3).get(0);
        for (int row = 0; row < layers; row++) {
            for (int unit = 0; unit < HIDDEN; unit++) {
                List<FormulaValues> lines = new ArrayList<>(steps.get(0).forward(row, unit));
                lines.addAll(back.backward(row, unit));
                for (FormulaValues line : lines) {
                    assertThat(line.tokens().get(0).value().orElseThrow())
                            .as("%s", line)
                            .isEqualTo(back.values(row).of(line.symbol())[unit])
                            .isCloseTo(value(line.tokens()), within(1e-12));
                }
            }
        }
    }

    /** Works out what stands behind the equals sign from the pieces that are shown. */
    private static double value(List<Token> pieces) {
        return new Arithmetic(pieces.subList(2, pieces.size())).sum();
    }

    /** Sums of products of brackets and functions. */
    private static final class Arithmetic {
        private final List<Token> pieces;
        private int at;

        Arithmetic(List<Token> pieces) {
            this.pieces = pieces;
        }

        private String sign() {
            return at < pieces.size() && pieces.get(at).value().isEmpty()
                    ? pieces.get(at).text()
                    : "";
        }

        double sum() {
            double sum = product();
            while (sign().equals(" + ") || sign().equals(" − ")) {
                boolean plus = sign().equals(" + ");
                at++;
                double next = product();
                sum += plus ? next : -next;
            }
            return sum;
        }

        private double product() {
            double product = factor();
            while (sign().equals(" · ")) {
                at++;
                product *= factor();
            }
            return product;
        }

        private double factor() {
            String sign = sign();
            Token piece = pieces.get(at++);
            return switch (sign) {
                case "" -> piece.value().orElseThrow();
                case "−" -> -product();
                case "1 − " -> 1 - product();
                case "(" -> closed(x -> x);
                case "σ(" -> closed(x -> 1 / (1 + Math.exp(-x)));
                case "tanh(" -> closed(Math::tanh);
                case "ReLU(" -> closed(x -> Math.max(x, 0));
                case "[" -> closed(x -> x > 0 ? 1 : 0);
                default -> throw new AssertionError("What is " + piece + "?");
            };
        }

        private double closed(DoubleUnaryOperator function) {
            double inner = sum();
            at++;
            return function.applyAsDouble(inner);
        }
    }

    @Test
    void theLinesAreWrittenAsInTheNotation() {
        StepWalk walk = new StepWalk(network("lstm", 2));
        StepFormulas step = walk.forward(walk.zeroState(), 2).get(0);

        assertThat(step.forward(1, 3).get(1).tokens().stream().map(Token::text))
                .containsExactly("zf", " = ", "Wfx·x<t>", " + ", "Wfa·a<t-1>", " + ", "bf");
        assertThat(step.forward(1, 3).get(8).symbol()).isEqualTo(Variable.after("c"));
    }

    /** Where a layer reads backward, the step before t is t+1, and what comes back comes from t-1. */
    @Test
    void theStepBeforeIsTheOneBehindWhereALayerReadsBackward() {
        NetworkSpec spec = new NetworkSpec("gru", SYMBOLS, HIDDEN, 1, 0).with(Directions.BIDIRECTIONAL);
        StepWalk walk = new StepWalk(new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(1)));
        List<StepFormulas> steps = walk.forward(walk.zeroState(), 2, 4);
        StepFormulas back = walk.backward(steps, 1, 3).get(1);

        assertThat(text(steps.get(0).forward(0, 0))).contains("a<t> = Γu · a<t-1> + (1 − Γu) · c\u0303");
        assertThat(text(steps.get(0).forward(1, 0))).contains("a<t> = Γu · a<t+1> + (1 − Γu) · c\u0303");
        assertThat(text(back.backward(0, 0)))
                .contains("∂L/∂a<t> = from ŷ<t> + from a<t+1>", "∂L/∂a<t-1> = Waaᵀ·∂L/∂z + ∂L/∂a<t> · Γu");
        assertThat(text(back.backward(1, 0)))
                .contains("∂L/∂a<t> = from ŷ<t> + from a<t-1>", "∂L/∂a<t+1> = Waaᵀ·∂L/∂z + ∂L/∂a<t> · Γu");
    }

    private static List<String> text(List<FormulaValues> lines) {
        return lines.stream()
                .map(line -> line.tokens().stream().map(Token::text).collect(Collectors.joining()))
                .toList();
    }

    @Test
    void theTermsAddUpToTheShare() {
        Network network = network("gru", 2);
        StepFormulas step = new StepWalk(network).forward(start(network), 2).get(0);

        for (int block = 0; block < 3; block++) {
            double share = step.layer(1).inputTerms(step.values(1), block, 4).stream()
                    .mapToDouble(ProductTerm::product)
                    .sum();
            String gate = List.of("c", "r", "u").get(block);
            assertThat(share).isCloseTo(step.values(1).of(new Variable("W" + gate + "x·x", "", "t"))[4], within(1e-12));
        }
        assertThat(step.layer(1).inputTerms(step.values(1), 3, 4))
                .as("no input reaches ca")
                .isEmpty();
        assertThat(step.layer(1).stateTerms(step.values(1), 0, 4))
                .as("no state reaches cx")
                .isEmpty();
        assertThat(step.layer(0).inputTerms(step.values(0), 1, 4))
                .filteredOn(term -> term.value() != 0)
                .as("one-hot: one weight")
                .extracting(ProductTerm::from)
                .containsExactly(2);
    }

    /** What is shown of the weights is part of what is worked out of all of them. */
    @Test
    void theLargestAreTheLargestOfAll() {
        Network network = network("lstm", 2);
        StepWalk walk = new StepWalk(network);
        StepFormulas step = walk.forward(start(network), 2).get(0);
        StepFormulas back = walk.backward(List.of(step), 1).get(0);

        List<ProductTerm> terms = step.largestTerms(1, 4, 5);
        assertThat(terms)
                .hasSize(5)
                .extracting(term -> -Math.abs(term.product()))
                .isSorted();
        ProductTerm first = terms.get(0);
        int block = "ufco".indexOf(first.matrix().charAt(1));
        assertThat(
                        first.ofInput()
                                ? step.layer(1).inputTerms(step.values(1), block, 4)
                                : step.layer(1).stateTerms(step.values(1), block, 4))
                .contains(first);
        List<WeightGradient> weights = back.largestWeights(1, 4, 3);
        double largest = IntStream.range(0, 4)
                .boxed()
                .flatMap(of -> Stream.concat(
                                step.layer(1).inputTerms(step.values(1), of, 4).stream(),
                                step.layer(1).stateTerms(step.values(1), of, 4).stream())
                        .map(term -> term.value() * dz(back, of)))
                .mapToDouble(Math::abs)
                .max()
                .orElseThrow();
        assertThat(Math.abs(weights.get(0).gradient())).isEqualTo(largest);
        assertThat(weights).extracting(weight -> -Math.abs(weight.gradient())).isSorted();
    }

    private static double dz(StepFormulas back, int block) {
        return back.values(1).of(Variable.z("ufco".substring(block, block + 1)).gradient())[4];
    }

    @Test
    void refusesWhatItCannotShow() {
        Network network = network("gru", 1);
        StepWalk walk = new StepWalk(network);
        ReferenceState start = walk.zeroState();
        assertThatThrownBy(() -> walk.forward(start, SYMBOLS)).isInstanceOf(IndexOutOfBoundsException.class);
        List<StepFormulas> step = walk.forward(start, 0);
        assertThatThrownBy(() -> walk.backward(step, SYMBOLS)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> walk.encode(new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no encoder");
    }
}
