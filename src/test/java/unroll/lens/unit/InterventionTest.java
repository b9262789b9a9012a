package unroll.lens.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.lens.unit.Intervention.InterventionKind;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;
import unroll.network.Parameters.ParameterTensor;
import unroll.network.Stepper;
import unroll.task.TaskData;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

class InterventionTest {
    private static final int SYMBOLS = 6;
    private static final int HIDDEN = 8;
    private static final int STEPS = 12;

    static Stream<Cell> cells() {
        return Cells.all().stream();
    }

    private static Network network(Cell cell, long seed) {
        return new Network(
                new NetworkSpec(cell.name(), SYMBOLS, HIDDEN, 2, 0), RandomSource.XO_SHI_RO_256_PP.create(seed));
    }

    /** The network without the weights by which a unit is read, or with the opposite ones. */
    private static Network scaled(Network network, Unit unit, float factor) {
        Network other = network.copy();
        Parameters parameters = other.parameters();
        String above = unit.layer() == 0 ? "layer1.Wax" : "Wya";
        for (String name : List.of("layer" + unit.layer() + ".Waa", above)) {
            ParameterTensor tensor = parameters.tensor(name);
            for (int row = 0; row < tensor.rows(); row++) {
                parameters.values()[tensor.offset() + unit.index() * tensor.rows() + row] *= factor;
            }
        }
        return other;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isReadAsIfTheWeightsBehindTheUnitWereOthers(Cell cell) {
        long seed = 41;
        Network network = network(cell, seed);
        for (Unit unit : List.of(new Unit(0, 0, 3), new Unit(1, 0, 5))) {
            assertReadsAlike(
                    new Intervention(unit, InterventionKind.OFF).stepper(network),
                    new Stepper(scaled(network, unit, 0)),
                    seed);
            assertReadsAlike(
                    new Intervention(unit, InterventionKind.INVERTED).stepper(network),
                    new Stepper(scaled(network, unit, -1)),
                    seed);
        }
    }

    private static void assertReadsAlike(Stepper changed, Stepper other, long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        for (int t = 0; t < STEPS; t++) {
            int symbol = random.nextInt(SYMBOLS);
            float[] expected = other.read(symbol).clone();
            float[] logits = changed.read(symbol);
            for (int v = 0; v < SYMBOLS; v++) {
                assertThat(logits[v]).as("step %d, seed %d", t, seed).isCloseTo(expected[v], within(1e-5f));
            }
        }
    }

    /** What is read of the unit is always the same, so what it is read from no longer matters. */
    @ParameterizedTest
    @ValueSource(strings = {"HELD_HIGH", "HELD_LOW"})
    void isHeldWhateverTheUnitReads(InterventionKind kind) {
        Cell cell = Cells.all().get(0);
        Unit unit = new Unit(1, 0, 2);
        Network network = network(cell, 42);
        Network deaf = network.copy();
        ParameterTensor wax = deaf.parameters().tensor("layer1.Wax");
        for (int below = 0; below < HIDDEN; below++) {
            deaf.parameters().values()[wax.offset() + below * wax.rows() + unit.index()] = 0;
        }
        assertReadsAlike(new Intervention(unit, kind).stepper(network), new Intervention(unit, kind).stepper(deaf), 42);
        float as = new Intervention(unit, kind).stepper(network).read(0)[0];
        float off =
                new Intervention(unit, InterventionKind.OFF).stepper(network).read(0)[0];
        ParameterTensor wya = network.parameters().tensor("Wya");
        float weight = network.parameters().values()[wya.offset() + unit.index() * wya.rows()];
        assertThat(as - off).isCloseTo(kind == InterventionKind.HELD_HIGH ? weight : -weight, within(1e-5f));
    }

    /**
     * Outside brackets each letter follows from the one before, inside they come at random: only memory tells the network not to be
     * sure of the next one there. Taking away the unit that remembers must cost inside brackets, where it is needed.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void silencingTheUnitThatTracksBracketsCostsInsideBrackets(long seed) throws Exception {
        TaskData data =
                new TaskData.Streams(CorpusReader.ofText("brackets", brackets(40_000, seed)), new Split(0.9, 0.1, 0));
        Network network = new Network(
                new NetworkSpec("elman-relu", data.layout().alphabets().input().size(), HIDDEN, 1, 0),
                RandomSource.XO_SHI_RO_256_PP.create(seed));
        TrainingConfig config = TrainingConfig.DEFAULT.with(change -> {
            change.batch = 32;
            change.window = 25;
            change.learningRate = 0.01;
        });
        try (Trainer trainer = new Trainer(network, data, config)) {
            for (int step = 0; step < 700; step++) {
                trainer.step();
            }
        }
        ReadingExcerpt excerpt = ReadingExcerpt.heldOut(data, 3_000);
        // A rectifier that rises with the feature is 0 elsewhere, so that switching it off is no change there.
        Unit found = excerpt.best(network, HIDDEN).get(Feature.BRACKET_DEPTH).stream()
                .filter(each -> each.correlation() > 0)
                .findFirst()
                .orElseThrow()
                .unit();
        float[] before = excerpt.losses(new Stepper(network));
        float[] after = excerpt.losses(new Intervention(found, InterventionKind.OFF).stepper(network));
        FeatureLoss loss = FeatureLoss.of(excerpt.text(), before, after).stream()
                .filter(each -> each.feature() == Feature.BRACKET_DEPTH)
                .findFirst()
                .orElseThrow();
        assertThat(loss.on().rise()).as("seed %d: %s", seed, loss).isGreaterThan(0.5);
        assertThat(loss.on().rise())
                .as("seed %d: %s", seed, loss)
                .isGreaterThan(3 * loss.elsewhere().rise());
    }

    private static String brackets(int length, long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int from = random.nextInt(4);
            for (int i = random.nextInt(5, 15); i > 0; i--) {
                text.append((char) ('a' + (from + i) % 4));
            }
            text.append('(');
            for (int i = random.nextInt(6, 12); i > 0; i--) {
                text.append((char) ('a' + random.nextInt(4)));
            }
            text.append(')');
        }
        return text.toString();
    }

    @Test
    void comparesTheLossWhereAFeatureIsOnWithThatElsewhere() {
        int[] text = "ab c".codePoints().toArray();
        float[] before = {1, 2, 3, Float.NaN};
        float[] after = {2, 4, 7, Float.NaN};

        List<FeatureLoss> losses = FeatureLoss.of(text, before, after);

        assertThat(FeatureLoss.ofAll(before, after)).isEqualTo(new FeatureLoss.Comparison(3, 2, 13 / 3.0));
        assertThat(losses).extracting(each -> -each.on().rise()).isSorted();
        assertThat(losses).extracting(FeatureLoss::feature).doesNotContain(Feature.CAPITAL);
        FeatureLoss spaces = losses.stream()
                .filter(each -> each.feature() == Feature.SPACE)
                .findFirst()
                .orElseThrow();
        assertThat(spaces.on()).isEqualTo(new FeatureLoss.Comparison(1, 3, 7));
        assertThat(spaces.elsewhere()).isEqualTo(new FeatureLoss.Comparison(2, 1.5, 3));
    }
}
