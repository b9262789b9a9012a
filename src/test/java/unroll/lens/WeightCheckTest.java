package unroll.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cells;
import unroll.lens.WeightCheck.CheckWindow;
import unroll.lens.WeightCheck.TensorEntry;
import unroll.message.ProblemException;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters.ParameterTensor;
import unroll.network.State;
import unroll.network.Vocabularies;
import unroll.reference.ReferenceCell;
import unroll.reference.ReferenceNetwork;
import unroll.reference.ReferenceState;
import unroll.task.Batch;

class WeightCheckTest {
    private static final int STEPS = 5;
    private static final int COLUMNS = 3;
    private static final long SEED = 5;

    /** Every cell: unidirectional, bidirectional, with an encoder. */
    static Stream<Arguments> networks() {
        return Cells.all().stream().flatMap(cell -> {
            NetworkSpec plain = new NetworkSpec(cell.name(), 2, 3, 2, 0).with(new Vocabularies(4, 3));
            return Stream.of(plain, plain.with(Directions.BIDIRECTIONAL), plain.with(new Vocabularies(3, 4, 3)))
                    .map(spec -> Arguments.of(spec, new Random(SEED)));
        });
    }

    @Test
    void findsTheWeightFarthestFromZero() {
        NetworkSpec spec = new NetworkSpec("gru", 2, 3, 2, 0);
        Network network = network(spec, new Random(SEED));
        ParameterTensor waa = network.parameters().tensor("layer1.Waa");
        network.parameters().values()[waa.offset() + waa.rows() + 4] = -7;

        assertThat(TensorEntry.ofLargest(network.parameters(), "layer1.Waa"))
                .isEqualTo(new TensorEntry("layer1.Waa", 4, 1));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theWeightsOfEveryTensorAgreeAndTheLargestToFourDigits(NetworkSpec spec, Random random) {
        Network network = network(spec, random);
        CheckWindow window = window(spec, random);
        double[] gradient = gradient(network, window);

        for (ParameterTensor tensor : network.parameters().tensors()) {
            for (int i : someAndTheLargest(tensor, gradient)) {
                TensorEntry entry = new TensorEntry(tensor.name(), i % tensor.rows(), i / tensor.rows());
                WeightCheck check = WeightCheck.of(network, window, entry, WeightCheck.EPSILON);

                assertThat(check.agrees())
                        .as("%s, seed %d: %s", spec, SEED, check)
                        .isTrue();
                if (Math.abs(check.analytic()) == check.largest()) {
                    assertThat(check.relativeDifference())
                            .as("%s, seed %d: %s", spec, SEED, check)
                            .isLessThan(1e-4);
                }
                assertThat(check.weight()).isEqualTo(network.parameters().values()[tensor.offset() + i]);
                assertThat((check.above() + check.below()) / 2).isCloseTo(check.engineLoss(), within(1e-5));
            }
        }
    }

    private static double[] gradient(Network network, CheckWindow window) {
        ReferenceNetwork reference = new ReferenceNetwork(network.spec(), network.parameters());
        Batch batch = window.batch();
        return reference.gradient(reference.backward(
                reference.forward(window.source(), batch.inputs(), ReferenceState.of(window.start())),
                batch.targets()));
    }

    /** Of a tensor's entries the one with the largest gradient, and three spread over all. */
    private static int[] someAndTheLargest(ParameterTensor tensor, double[] gradient) {
        int largest = IntStream.range(0, tensor.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> Math.abs(gradient[tensor.offset() + i])))
                .orElseThrow();
        return IntStream.of(largest, 0, tensor.size() / 2, tensor.size() - 1)
                .distinct()
                .toArray();
    }

    @Test
    void aWrongGradientDoesNotAgree() {
        WeightCheck right = new WeightCheck(new TensorEntry("Wya", 1, 2), 0.5, 1e-5, 2.00001, 1.99999, 2, 1, 3);

        assertThat(right.numeric()).isCloseTo(1, within(1e-9));
        assertThat(right.agrees()).isTrue();
        assertThat(withAnalytic(right, 1.0002).agrees()).isFalse();
        assertThat(withAnalytic(right, 1.0002).relativeDifference()).isCloseTo(2e-4, within(1e-6));
        assertThat(withAnalytic(right, -1).agrees()).isFalse();
        assertThat(withAnalytic(right, 0).agrees()).isFalse();
    }

    private static WeightCheck withAnalytic(WeightCheck check, double analytic) {
        return new WeightCheck(
                check.entry(),
                check.weight(),
                check.epsilon(),
                check.above(),
                check.below(),
                check.engineLoss(),
                analytic,
                check.largest());
    }

    @Test
    void theLinesShowTheCalculation() {
        List<String> lines =
                new WeightCheck(new TensorEntry("layer0.Waa", 1, 2), 0.5, 1e-5, 2.00001, 1.99999, 2, 1.01, 3).lines();

        assertThat(lines)
                .contains(
                        "w = layer0.Waa[1, 2] = 0.500000000",
                        "L(w + ε) = 2.000010000000",
                        "(L(w + ε) − L(w − ε)) / 2ε = 2×10⁻⁵ / 2×10⁻⁵ = 1",
                        "∂L/∂w by backpropagation = 1.01",
                        "They differ by 0.0099 of the larger: they do not agree.");
    }

    @Test
    void whatIsNotThereIsRefused() {
        NetworkSpec spec = new NetworkSpec("gru", 3, 2, 1, 0);
        Network network = network(spec, new Random(SEED));
        CheckWindow window = window(spec, new Random(SEED));
        int[] nothing = new int[STEPS * COLUMNS];
        Arrays.fill(nothing, Batch.NO_TARGET);
        Batch silent = new Batch(STEPS, COLUMNS, window.batch().inputs(), nothing);

        assertThatThrownBy(() -> WeightCheck.of(network, window, new TensorEntry("layer7.Waa", 0, 0), 1e-5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer7.Waa");
        assertThatThrownBy(() -> WeightCheck.of(network, window, new TensorEntry("by", 3, 0), 1e-5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows 0 to");
        assertThatThrownBy(() -> WeightCheck.of(
                        network,
                        new CheckWindow(new int[0], silent, window.start()),
                        new TensorEntry("by", 0, 0),
                        1e-5))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Nothing is asked");
        assertThatThrownBy(() -> ReferenceCell.of("mgu"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mgu");
    }

    private static Network network(NetworkSpec spec, Random random) {
        Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(SEED));
        float[] values = network.parameters().values();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) random.nextGaussian() / 4;
        }
        return network;
    }

    /** One column begins late, one step is asked nothing, the state is carried in. */
    private static CheckWindow window(NetworkSpec spec, Random random) {
        int[] source = random.ints(spec.hasEncoder() ? 2 * COLUMNS : 0, 0, 3).toArray();
        int[] inputs = random.ints(STEPS * COLUMNS, 0, spec.inputs()).toArray();
        int[] targets = random.ints(STEPS * COLUMNS, 0, spec.outputs()).toArray();
        inputs[1] = Batch.PAD;
        targets[1] = targets[5] = Batch.NO_TARGET;
        State start = State.zero(spec, COLUMNS);
        for (float[][] layer : start.buffers()) {
            for (float[] buffer : layer) {
                for (int i = 0; i < buffer.length; i++) {
                    buffer[i] = (float) random.nextGaussian() / 2;
                }
            }
        }
        return new CheckWindow(source, new Batch(STEPS, COLUMNS, inputs, targets), start);
    }
}
