package unroll.network;

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
import unroll.network.Parameters.ParameterTensor;
import unroll.oracle.OracleEncoderDecoder;
import unroll.oracle.OracleNetwork;
import unroll.oracle.OracleWeights;
import unroll.task.Batch;

/** An encoder and its decoder against the oracle, over every cell, odd sizes and groups, with sources of different lengths. */
class EncoderDecoderTest {
    private static final double TOLERANCE = 2e-5;
    private static final double CLEAR_OF_KINKS = 1e-5;
    private static final Vocabularies VOCABULARIES = new Vocabularies(7, 6, 5);

    /** The shape, and how much it reads and writes. */
    record Size(NetworkSpec spec, Capacity capacity) {}

    static Stream<Size> sizes() {
        List<Size> sizes = new ArrayList<>();
        for (Cell cell : Cells.all()) {
            for (int hidden : new int[] {3, 7, 33}) {
                for (int layers = 1; layers <= 3; layers++) {
                    Capacity capacity = new Capacity(1 + sizes.size() % 5, 1 + sizes.size() % 4, 1 + sizes.size() % 6);
                    NetworkSpec spec = new NetworkSpec(cell.name(), 2, hidden, layers, 0).with(VOCABULARIES);
                    sizes.add(new Size(spec, capacity));
                }
            }
        }
        return sizes.stream();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everythingIsTheOracles(Size size) {
        for (int workers = 1; workers <= Math.min(3, size.spec.hidden()); workers++) {
            try (WorkerGroup group = new WorkerGroup(workers)) {
                Case example = clearOfKinks(size);
                Unroll unroll = new Unroll(example.network, size.capacity, group);
                example.check(unroll, String.format(Locale.ROOT, "%d workers", workers));
            }
        }
    }

    /** Step by step, from the encoder's last state for one source. */
    @ParameterizedTest
    @MethodSource("sizes")
    void aStepperDecodesFromWhereTheEncoderEnded(Size size) {
        Case example =
                clearOfKinks(new Size(size.spec, new Capacity(size.capacity.source(), size.capacity.steps(), 1)));
        OracleNetwork.Forward expected = example.oracle().forward(example.source, example.batch);

        State start = Stepper.encode(example.network, example.source);
        Stepper stepper = new Stepper(example.network, start);

        for (int t = 0; t < example.batch.steps(); t++) {
            float[] logits = stepper.read(example.batch.inputs()[t]);
            for (int v = 0; v < logits.length; v++) {
                assertThat((double) logits[v]).as(example.label).isCloseTo(expected.logits()[t][0][v], within(1e-5));
            }
        }
    }

    @Test
    void refusesWhatCannotBe() {
        NetworkSpec plain = new NetworkSpec("elman", 5, 3, 1, 0);
        Network network = new Network(plain, RandomSource.XO_SHI_RO_256_PP.create(1));

        assertThatThrownBy(() -> plain.with(VOCABULARIES).with(Directions.BIDIRECTIONAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both are unidirectional");
        assertThatThrownBy(() -> Stepper.encode(network, new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no encoder");
        assertThatThrownBy(() -> new Unroll(network, new Capacity(1, 1), WorkerGroup.ofOne())
                        .forward(new int[] {1}, new int[] {1}, State.zero(plain, 1), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source");
    }

    private static Case clearOfKinks(Size size) {
        for (long seed = 600; ; seed++) {
            Case drawn = draw(size, seed);
            if (drawn.oracle().distanceToKink(drawn.source, drawn.batch) > CLEAR_OF_KINKS) {
                return drawn;
            }
        }
    }

    /** Columns of different lengths; one of more than two is empty, as where the examples do not fill the last batch. */
    private static Case draw(Size size, long seed) {
        Random random = new Random(seed);
        int columns = size.capacity.columns();
        Network network = Witness.network(size.spec, OracleWeights.random(Witness.shapeOf(size.spec), random));
        int[] source = random.ints(size.capacity.source() * columns, 0, VOCABULARIES.source())
                .toArray();
        int length = size.capacity.steps() * columns;
        int[] inputs = random.ints(length, 0, VOCABULARIES.inputs()).toArray();
        int[] targets = random.ints(length, 0, VOCABULARIES.outputs()).toArray();
        for (int b = 1; b < columns; b++) {
            int blanks = b == 2 ? size.capacity.source() : random.nextInt(size.capacity.source());
            for (int t = 0; t < blanks; t++) {
                source[t * columns + b] = Batch.PAD;
            }
            if (b == 2 || random.nextBoolean()) {
                targets[length - columns + b] = Batch.NO_TARGET;
            }
        }
        Batch batch = new Batch(size.capacity.steps(), columns, inputs, targets);
        return new Case(size + ", seed " + seed, network, source, batch);
    }

    private record Case(String label, Network network, int[] source, Batch batch) {
        OracleEncoderDecoder oracle() {
            return new OracleEncoderDecoder(Witness.shapeOf(network.spec()), OracleWeights.of(network.parameters()));
        }

        void check(Unroll unroll, String workers) {
            OracleNetwork.Forward expected = oracle().forward(source, batch);
            OracleWeights expectedGradient = oracle().backward(source, batch);
            int count = (int) Arrays.stream(batch.targets())
                    .filter(target -> target != Batch.NO_TARGET)
                    .count();
            Parameters gradient = network.parameters().likeThis();

            unroll.forward(source, batch.inputs(), State.zero(network.spec(), batch.columns()), null);
            double loss = unroll.loss(batch.targets(), 1f / count) / count;
            unroll.backward(gradient, State.zero(network.spec(), batch.columns()));

            assertThat(loss).as("loss, %s, %s", label, workers).isCloseTo(expected.loss(), within(TOLERANCE));
            for (ParameterTensor tensor : gradient.tensors()) {
                assertThat(Witness.deviation(gradient, tensor, expectedGradient.get(tensor.name())))
                        .as("gradient of %s, %s, %s", tensor.name(), label, workers)
                        .isLessThan(TOLERANCE);
            }
        }
    }
}
