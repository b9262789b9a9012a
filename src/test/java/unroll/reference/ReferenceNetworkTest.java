package unroll.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.matrix.WorkerGroup;
import unroll.network.Capacity;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;
import unroll.network.Parameters.ParameterTensor;
import unroll.network.Softmax;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.network.Vocabularies;

/** The reference network against central differences, and the engine against the reference network. */
class ReferenceNetworkTest {
    private static final int SYMBOLS = 3;
    private static final int STEPS = 3;
    private static final double FLOAT = 2e-5;
    private static final double MOVE = 1e-5;
    private static final double SLOPE = 1e-7;

    /** Every cell over odd sizes, one to three layers: unidirectional, bidirectional, and with an encoder. */
    static Stream<Case> sizes() {
        List<Case> cases = new ArrayList<>();
        for (Cell cell : Cells.all()) {
            for (int hidden : new int[] {1, 3, 7, 33, 65}) {
                for (int layers = 1; layers <= 3; layers++) {
                    specs(cell, hidden, layers)
                            .map(spec -> new Case(spec, 1 + cases.size() % 3, 1000 + cases.size()))
                            .forEach(cases::add);
                }
            }
        }
        return cases.stream();
    }

    /** Small enough that every weight can be moved. */
    static Stream<Case> small() {
        return Cells.all().stream().flatMap(cell -> specs(cell, 2, 2)).map(spec -> new Case(spec, 2, 7));
    }

    private static Stream<NetworkSpec> specs(Cell cell, int hidden, int layers) {
        NetworkSpec plain =
                new NetworkSpec(cell.name(), 2, hidden, layers, 0).with(new Vocabularies(SYMBOLS, SYMBOLS + 1));
        return Stream.of(
                plain,
                plain.with(Directions.BIDIRECTIONAL),
                plain.with(new Vocabularies(SYMBOLS, SYMBOLS, SYMBOLS + 1)));
    }

    /** A random network, a random start, and a batch whose last column begins late and one of whose steps is asked nothing. */
    private static final class Case {
        final NetworkSpec spec;
        final Network network;
        final int columns;
        final long seed;
        final int[] source;
        final int[] inputs;
        final int[] targets;
        final State start;

        Case(NetworkSpec spec, int columns, long seed) {
            this.spec = spec;
            this.columns = columns;
            this.seed = seed;
            Random random = new Random(seed);
            network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(seed));
            float[] weights = network.parameters().values();
            for (int i = 0; i < weights.length; i++) {
                weights[i] += (float) random.nextGaussian() / 8;
            }
            source = symbols(spec.hasEncoder() ? STEPS - 1 : 0, random);
            inputs = symbols(STEPS, random);
            targets = random.ints(STEPS * columns, 0, SYMBOLS + 1).toArray();
            targets[columns] = Softmax.NO_TARGET;
            start = State.zero(spec, columns);
            for (float[][] row : start.buffers()) {
                for (float[] buffer : row) {
                    for (int i = 0; i < buffer.length; i++) {
                        buffer[i] = (float) random.nextGaussian() / 2;
                    }
                }
            }
        }

        private int[] symbols(int steps, Random random) {
            int[] symbols = random.ints((long) steps * columns, 0, SYMBOLS).toArray();
            if (steps > 0) {
                symbols[columns - 1] = Unroll.PAD;
            }
            return symbols;
        }

        ReferenceNetwork reference() {
            return new ReferenceNetwork(spec, network.parameters());
        }

        List<ReferenceStep> forward(ReferenceNetwork reference, double[][][] from) {
            return reference.forward(source, inputs, ReferenceState.of(from, spec.hidden()));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s, %d columns, seed %d", spec, columns, seed);
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void theEngineComputesTheSame(Case drawn) {
        ReferenceNetwork reference = drawn.reference();
        List<ReferenceStep> steps = drawn.forward(reference, ReferenceState.doubles(drawn.start));
        List<ReferenceStep> back = reference.backward(steps, drawn.targets);
        Capacity capacity = new Capacity(drawn.source.length / drawn.columns, STEPS, drawn.columns);
        Unroll engine = new Unroll(drawn.network, capacity, WorkerGroup.ofOne());
        Parameters gradient = drawn.network.parameters().likeThis();
        State dStart = State.zero(drawn.spec, drawn.columns);

        engine.forward(drawn.source, drawn.inputs, drawn.start, null);
        float[] logits = engine.logits();
        double loss = engine.loss(drawn.targets, 1);
        engine.backward(gradient, dStart);

        assertThat(loss).as("loss").isCloseTo(reference.loss(steps, drawn.targets), within(FLOAT * loss));
        assertClose("logits", logits(steps), logits, 0);
        double[] expected = reference.gradient(back);
        double largest = largest(expected);
        for (ParameterTensor tensor : gradient.tensors()) {
            int end = tensor.offset() + tensor.size();
            assertClose(
                    tensor.name(),
                    Arrays.copyOfRange(expected, tensor.offset(), end),
                    Arrays.copyOfRange(gradient.values(), tensor.offset(), end),
                    largest / 100);
        }
        assertStates("∂L/∂start", reference.startGradient(back), dStart, largest);
        if (drawn.spec.directions() == Directions.UNIDIRECTIONAL) {
            State end = State.zero(drawn.spec, drawn.columns);
            engine.readFinalState(end);
            assertStates("last state", reference.end(steps), end, 1);
        }
    }

    private static double[] logits(List<ReferenceStep> steps) {
        return steps.stream()
                .flatMapToDouble(step -> Arrays.stream(step.logits()))
                .toArray();
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static void assertStates(String what, ReferenceState expected, State actual, double min) {
        for (int row = 0; row < actual.buffers().length; row++) {
            for (int buffer = 0; buffer < actual.buffers()[row].length; buffer++) {
                assertClose(what, expected.buffers()[row][buffer], actual.buffers()[row][buffer], min);
            }
        }
    }

    /** Within a share of the largest entry, or of {@code min} where that is larger. */
    private static void assertClose(String what, double[] expected, float[] actual, double min) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double most = FLOAT * Math.max(largest(expected), min);
        for (int i = 0; i < expected.length; i++) {
            // Most are close: a sentence for each of a million entries would take minutes.
            if (!(Math.abs(actual[i] - expected[i]) <= most)) {
                assertThat((double) actual[i]).as("%s[%d]", what, i).isCloseTo(expected[i], within(most));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("small")
    void theGradientIsTheSlopeOfTheLoss(Case drawn) {
        ReferenceNetwork reference = drawn.reference();
        double[] weights = ReferenceNetwork.weights(drawn.network.parameters());
        double[][][] start = ReferenceState.doubles(drawn.start);
        List<ReferenceStep> back = reference.backward(drawn.forward(reference, start), drawn.targets);

        assertSlopes(drawn, weights, reference.gradient(back), weights, start);
        double[][][] dStart = reference.startGradient(back).buffers();
        for (int row = 0; row < start.length; row++) {
            for (int buffer = 0; buffer < start[row].length; buffer++) {
                assertSlopes(drawn, start[row][buffer], dStart[row][buffer], weights, start);
            }
        }
    }

    /** Moves every entry of {@code moved}, which is part of the weights or the start. */
    private static void assertSlopes(
            Case drawn, double[] moved, double[] gradient, double[] weights, double[][][] start) {
        for (int i = 0; i < moved.length; i++) {
            double value = moved[i];
            moved[i] = value + MOVE;
            double above = loss(drawn, weights, start);
            moved[i] = value - MOVE;
            double below = loss(drawn, weights, start);
            moved[i] = value;
            assertThat(gradient[i]).as("entry %d", i).isCloseTo((above - below) / (2 * MOVE), within(SLOPE));
        }
    }

    private static double loss(Case drawn, double[] weights, double[][][] start) {
        ReferenceNetwork reference = new ReferenceNetwork(drawn.spec, weights);
        return reference.loss(drawn.forward(reference, start), drawn.targets);
    }

    /** A pass cut into steps, each begun with the state after the one before, is the same pass. */
    @Test
    void stepsFollowOnOneAnother() {
        NetworkSpec spec = new NetworkSpec("lstm", SYMBOLS, 5, 2, 0);
        ReferenceNetwork reference =
                new ReferenceNetwork(spec, new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(1)).parameters());
        int[] inputs = {1, 2, 0};
        double[] whole = reference.decode(inputs, reference.zeroState(1)).get(2).logits();

        ReferenceState state = reference.zeroState(1);
        List<ReferenceStep> steps = List.of();
        for (int symbol : inputs) {
            steps = reference.decode(new int[] {symbol}, state);
            state = reference.end(steps);
        }

        assertThat(steps.get(0).logits()).containsExactly(whole, within(1e-15));
    }

    @Test
    void refusesWhatItCannotRead() {
        NetworkSpec spec = new NetworkSpec("gru", SYMBOLS, 2, 1, 0);
        ReferenceNetwork reference =
                new ReferenceNetwork(spec, new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(1)).parameters());
        ReferenceState start = reference.zeroState(1);

        assertThatThrownBy(() -> reference.decode(new int[] {SYMBOLS}, start))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> reference.encode(new int[] {1}, start))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no encoder");
    }
}
