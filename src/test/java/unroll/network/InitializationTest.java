package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.matrix.WorkerGroup;
import unroll.network.Parameters.ParameterTensor;

class InitializationTest {
    private static final long SEED = 42;

    private static Network network(NetworkSpec spec) {
        return new Network(spec, RandomSource.XO_RO_SHI_RO_128_PP.create(SEED));
    }

    private static NetworkSpec spec(String cell, int hidden, Initialization initialization) {
        return new NetworkSpec(cell, 60, hidden, 2, 0).with(initialization);
    }

    /** One network of each shape: layers, an encoder before them, both directions. */
    private static Stream<NetworkSpec> shapes(String cell, Initialization scheme) {
        NetworkSpec spec = new NetworkSpec(cell, 6, 5, 2, 0).with(scheme);
        return Stream.of(
                spec.with(Vocabularies.same(7)),
                spec.with(new Vocabularies(4, 6, 3)),
                spec.with(Directions.BIDIRECTIONAL));
    }

    private static String checksum(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        for (float value : values) {
            bytes.putInt(Float.floatToRawIntBits(value));
        }
        CRC32 crc = new CRC32();
        crc.update(bytes.array());
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private static double[] entries(Network network, ParameterTensor tensor, int rows, int block) {
        float[] values = network.parameters().values();
        double[] entries = new double[rows * tensor.columns()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = values[tensor.offset() + i / rows * tensor.rows() + block * rows + i % rows];
        }
        return entries;
    }

    private static double variance(double[] entries) {
        return Arrays.stream(entries).map(entry -> entry * entry).average().orElseThrow();
    }

    /** Measured with the program before it had a choice: a seed's old runs can be made again. */
    @ParameterizedTest
    @CsvSource({
        "elman, 5f0ab00d d529724e 35b1f6ae",
        "elman-relu, 5f0ab00d d529724e 35b1f6ae",
        "gru, 09372dfe 9dea81eb b7990782",
        "lstm, 7458387f a8640155 20eb45a8"
    })
    void uniformDrawsWhatWasDrawnBeforeThereWasAChoice(String cell, String checksums) {
        assertThat(shapes(cell, Initialization.UNIFORM)
                        .map(spec -> checksum(network(spec).parameters().values())))
                .as("seed %d", SEED)
                .containsExactly(checksums.split(" "));
    }

    /** The same numbers with every Java and on every machine; the last network's matrices are made of blocks. */
    @ParameterizedTest
    @CsvSource({
        "STANDARD, cc9b9b20 19927e0e 18292d24 95e42128",
        "GLOROT, 63bb2b6d d46d7131 483f95c4 e6563d3b",
        "IDENTITY, aa84624a 5406045a 3e41584c a99b40fe",
        "CHRONO, a4146af1 4176e1a9 273304f9 ba7edc75"
    })
    void aSeedGivesTheseBits(Initialization scheme, String checksums) {
        Stream<NetworkSpec> specs = Stream.concat(shapes("lstm", scheme), Stream.of(spec("gru", 140, scheme)));
        assertThat(specs.map(spec -> checksum(network(spec).parameters().values())))
                .as("seed %d", SEED)
                .containsExactly(checksums.split(" "));
    }

    /** One matrix at a time, and those made of blocks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 128, 129, 300})
    void standardIsOrthogonalForEachGate(int hidden) {
        Network network = network(spec("gru", hidden, Initialization.STANDARD));
        ParameterTensor waa = network.parameters().tensor("layer1.Waa");
        for (int block = 0; block < 3; block++) {
            double[] q = entries(network, waa, hidden, block);
            double worst = 0;
            for (int i = 0; i < hidden; i++) {
                for (int j = i; j < hidden; j++) {
                    worst = Math.max(worst, Math.abs(product(q, hidden, i, j) - (i == j ? 1 : 0)));
                }
            }
            assertThat(worst).as("largest entry of QᵀQ − I").isLessThan(1e-5);
        }
    }

    /** Of two columns. */
    private static double product(double[] q, int n, int i, int j) {
        double product = 0;
        for (int k = 0; k < n; k++) {
            product += q[i * n + k] * q[j * n + k];
        }
        return product;
    }

    /** As in a uniform draw: no entry stands out, large or zero, whether the matrix is made in one or of blocks. */
    @ParameterizedTest
    @ValueSource(ints = {128, 300})
    void orthogonalWeightsAreSpreadLikeNormalOnes(int hidden) {
        double[] q = entries(network(spec("elman", hidden, Initialization.STANDARD)), waa("elman", hidden), hidden, 0);
        double fourth =
                Arrays.stream(q).map(entry -> Math.pow(entry, 4)).average().orElseThrow();

        assertThat(Arrays.stream(q).sum() / hidden).isCloseTo(0, within(0.3));
        assertThat(fourth * hidden * hidden).isCloseTo(3, within(0.3));
    }

    private static ParameterTensor waa(String cell, int hidden) {
        return Network.tensors(spec(cell, hidden, Initialization.STANDARD)).stream()
                .filter(tensor -> tensor.name().equals("layer0.Waa"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoGatesAreNotAlike() {
        Network network = network(spec("lstm", 20, Initialization.STANDARD));
        ParameterTensor waa = network.parameters().tensor("layer0.Waa");
        assertThat(entries(network, waa, 20, 0)).isNotEqualTo(entries(network, waa, 20, 1));
    }

    private static Stream<Arguments> cellsAndSchemes() {
        return Cells.all().stream()
                .flatMap(cell -> Stream.of(Initialization.values())
                        .filter(scheme -> scheme != Initialization.UNIFORM)
                        .map(scheme -> Arguments.of(cell, scheme)));
    }

    /** Gate by gate: a one-hot input has fan-in 1, the layer below as many as its directions have units. */
    @ParameterizedTest
    @MethodSource("cellsAndSchemes")
    void weightsHaveTheVarianceOfTheirFanIn(Cell cell, Initialization scheme) {
        int n = 64;
        NetworkSpec both = spec(cell.name(), n, scheme).with(Directions.BIDIRECTIONAL);
        NetworkSpec encoder = spec(cell.name(), n, scheme).with(new Vocabularies(60, 60, 60));
        double variance = scheme == Initialization.IDENTITY ? 0.09 : 1;
        double gain = scheme == Initialization.IDENTITY ? 0.9 : 1;
        for (NetworkSpec spec : new NetworkSpec[] {both, encoder}) {
            Network network = network(spec);
            for (ParameterTensor tensor : network.parameters().tensors()) {
                String name = tensor.name();
                if (name.endsWith("Wax")) {
                    double expected = name.contains("layer0") ? variance : 2.0 / (tensor.columns() + n);
                    for (int block = 0; block < tensor.rows() / n; block++) {
                        assertThat(variance(entries(network, tensor, n, block)) / expected)
                                .as("%s of %s, seed %d", name, spec, SEED)
                                .isCloseTo(1, within(0.1));
                    }
                } else if (name.endsWith("Waa")) {
                    assertThat(variance(entries(network, tensor, tensor.rows(), 0)) * n / (gain * gain))
                            .as("%s of %s, seed %d", name, spec, SEED)
                            .isCloseTo(1, within(0.1));
                }
            }
            ParameterTensor wya = network.parameters().tensor("Wya");
            assertThat(variance(entries(network, wya, wya.rows(), 0)) * (wya.columns() + wya.rows()) / 2)
                    .isCloseTo(1, within(0.1));
        }
    }

    @Test
    void identityConnectsEachUnitToItself() {
        Network network = network(spec("lstm", 7, Initialization.IDENTITY));
        double[] forget = entries(network, network.parameters().tensor("layer1.Waa"), 7, 1);
        for (int i = 0; i < 49; i++) {
            assertThat(forget[i]).isEqualTo(i % 8 == 0 ? 0.9f : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("cellsAndSchemes")
    void biasesAreThoseOfTheCell(Cell cell, Initialization scheme) {
        int n = 20;
        Network network = network(spec(cell.name(), n, scheme));
        for (int block = 0; block < cell.blocks(); block++) {
            if (scheme != Initialization.CHRONO || cell.memorySign(block) == 0) {
                assertThat(entries(network, network.parameters().tensor("layer1.ba"), n, block))
                        .containsOnly(cell.initialBias(block));
            }
        }
        assertThat(entries(network, network.parameters().tensor("by"), 60, 0)).containsOnly(0);
    }

    @Test
    void onlyTheForgetGateOfAnLstmStartsOpen() {
        Network network = network(spec("lstm", 3, Initialization.STANDARD));
        assertThat(entries(network, network.parameters().tensor("layer0.ba"), 12, 0))
                .containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0);
    }

    /** e to the bias is the memory's length; uniform from 1 to T − 1, so on average T/2. */
    @Test
    void chronoSpreadsMemoriesUpToTheStepsOfAPass() {
        int n = 2000;
        int steps = 80;
        NetworkSpec spec = new NetworkSpec("lstm", 3, n, 1, 0).with(Initialization.CHRONO);
        Network network = new Network(spec, steps, RandomSource.XO_RO_SHI_RO_128_PP.create(SEED));
        ParameterTensor biases = network.parameters().tensor("layer0.ba");
        double[] update = entries(network, biases, n, 0);
        double[] forget = entries(network, biases, n, 1);
        for (int i = 0; i < n; i++) {
            assertThat(forget[i]).isBetween(0.0, Math.log(steps - 1) + 1e-6);
            assertThat(update[i]).isEqualTo(-forget[i]);
        }
        assertThat(Arrays.stream(forget).map(Math::exp).average().orElseThrow()).isCloseTo(steps / 2.0, within(2.0));
    }

    @Test
    void chronoOfAGruLetsTheUpdateGateKeep() {
        Network network = network(spec("gru", 4, Initialization.CHRONO));
        ParameterTensor biases = network.parameters().tensor("layer0.ba");
        assertThat(Arrays.stream(entries(network, biases, 4, 2))).allMatch(bias -> bias > 0);
    }

    @Test
    void chronoOfASingleStepRemembersNothing() {
        NetworkSpec spec = new NetworkSpec("lstm", 3, 4, 1, 0).with(Initialization.CHRONO);
        Network network = new Network(spec, 1, RandomSource.XO_RO_SHI_RO_128_PP.create(SEED));
        assertThat(Arrays.stream(entries(network, network.parameters().tensor("layer0.ba"), 16, 0)))
                .allMatch(bias -> bias == 0);
    }

    private static Stream<Arguments> cells() {
        return Cells.all().stream().map(Arguments::of);
    }

    /** Its loss is that of a blind guess, ln V, and half the variance of its logits; also where the state was carried on. */
    @ParameterizedTest
    @MethodSource("cells")
    void aNewNetworkGuesses(Cell cell) {
        for (int vocabulary : new int[] {2, 5, 67}) {
            for (int layers : new int[] {1, 4}) {
                NetworkSpec spec = new NetworkSpec(cell.name(), vocabulary, 128, layers, 0);
                assertThat(loss(spec) - Math.log(vocabulary))
                        .as("loss above ln V of %s, seed %d", spec, SEED)
                        .isBetween(-0.1, 1.0);
                NetworkSpec uniform = spec.with(Initialization.UNIFORM);
                assertThat(loss(uniform) / Math.log(vocabulary))
                        .as("loss over ln V of %s, seed %d", uniform, SEED)
                        .isCloseTo(1, within(0.05));
            }
        }
    }

    /** Of the fourth window of random symbols. */
    private static double loss(NetworkSpec spec) {
        int columns = 8;
        int steps = 50;
        Unroll unroll = new Unroll(network(spec), new Capacity(steps, columns), WorkerGroup.ofOne());
        Random random = new Random(SEED);
        State state = State.zero(spec, columns);
        double loss = 0;
        for (int window = 0; window < 4; window++) {
            unroll.forward(random.ints(steps * columns, 0, spec.inputs()).toArray(), state, null);
            unroll.readFinalState(state);
            int[] targets = random.ints(steps * columns, 0, spec.outputs()).toArray();
            loss = unroll.loss(targets, 1) / targets.length;
        }
        return loss;
    }

    @ParameterizedTest
    @EnumSource
    void aSchemeIsFoundByItsWord(Initialization scheme) {
        assertThat(Initialization.named(scheme.word())).isEqualTo(scheme);
        assertThat(scheme.help()).endsWith(".");
    }

    @Test
    void anUnknownSchemeIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Initialization.named("xavier"))
                .hasMessage(
                        "There is no initialization named \"xavier\"; choose one of standard, glorot, identity, chrono, uniform.");
    }
}
