package unroll.lens.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import unroll.corpus.Vocabulary;
import unroll.lens.unit.UnitFinder.UnitMatch;
import unroll.matrix.WorkerGroup;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;
import unroll.network.Parameters.ParameterTensor;

/** Networks in which one unit was given a job by hand, among others that do as they please. */
class UnitFinderTest {
    private static final String LETTERS = "\n abcDE“”(){}";
    private static final Vocabulary VOCABULARY =
            new Vocabulary(LETTERS.codePoints().toArray());
    private static final int HIDDEN = 12;
    private static final int UNIT = 5;

    private static Network network(String cell, long seed) {
        return new Network(
                new NetworkSpec(cell, VOCABULARY.size(), HIDDEN, 1, 0), RandomSource.XO_SHI_RO_256_PP.create(seed));
    }

    private static String randomText(int length, long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static Map<Feature, List<UnitMatch>> best(Network network, String text) {
        UnitFinder finder = new UnitFinder(network.spec(), text.codePoints().toArray());
        try (WorkerGroup workers = new WorkerGroup(1)) {
            new Passage(VOCABULARY.encode(text)).read(network, 4, workers, finder);
        }
        return finder.best(3);
    }

    /** Sets the weights of one unit in a block: the same from every symbol, none from other units. */
    private static void set(Network network, int block, float fromItself, float bias) {
        Parameters parameters = network.parameters();
        int row = block * HIDDEN + UNIT;
        for (int symbol = 0; symbol < VOCABULARY.size(); symbol++) {
            set(parameters, "layer0.Wax", row, symbol, 0);
        }
        for (int other = 0; other < HIDDEN; other++) {
            set(parameters, "layer0.Waa", row, other, other == UNIT ? fromItself : 0);
        }
        set(parameters, "layer0.ba", row, 0, bias);
    }

    private static void set(Parameters parameters, String name, int row, int column, float value) {
        ParameterTensor tensor = parameters.tensor(name);
        parameters.values()[tensor.offset() + column * tensor.rows() + row] = value;
    }

    private static void fromSymbol(Network network, int block, char symbol, float weight) {
        set(network.parameters(), "layer0.Wax", block * HIDDEN + UNIT, VOCABULARY.indexOf(symbol), weight);
    }

    private static void assertFirst(Map<Feature, List<UnitMatch>> best, Feature feature, Unit unit) {
        assertThat(best.get(feature)).isNotEmpty();
        assertThat(best.get(feature).get(0).unit())
                .as("%s in %s", feature, best)
                .isEqualTo(unit);
        assertThat(best.get(feature).get(0).correlation()).isCloseTo(1, within(1e-4));
    }

    /** a = ReLU(a + 1), and a line end takes 1000 away: the unit counts the characters of the line. */
    @Test
    void findsTheUnitThatCountsTheLine() {
        Network network = network("elman-relu", 1);
        set(network, 0, 1, 1);
        fromSymbol(network, 0, '\n', -1000);

        assertFirst(best(network, randomText(1500, 2)), Feature.LINE_POSITION, new Unit(0, 0, UNIT));
    }

    /** No empty lines, at which quotes end. An opening mark opens the update gate for the candidate 1, a closing one shuts the forget gate. */
    @Test
    void findsTheMemoryThatKnowsOfQuotes() {
        Network network = network("lstm", 3);
        set(network, 0, 0, -20);
        fromSymbol(network, 0, '“', 40);
        set(network, 1, 0, 20);
        fromSymbol(network, 1, '”', -40);
        fromSymbol(network, 1, '“', -40);
        set(network, 2, 0, 20);

        assertFirst(
                best(network, randomText(1500, 4).replace("\n\n", "\n ")), Feature.INSIDE_QUOTES, new Unit(0, 1, UNIT));
    }

    @Test
    void findsTheUnitThatFiresAtSpaces() {
        Network network = network("elman", 5);
        set(network, 0, 0, -20);
        fromSymbol(network, 0, ' ', 40);

        assertFirst(best(network, randomText(1500, 6)), Feature.SPACE, new Unit(0, 0, UNIT));
    }

    @Test
    void whatNeverChangesIsLeftOut() {
        Network network = network("elman", 7);
        set(network, 0, 0, 20);

        Map<Feature, List<UnitMatch>> best = best(network, "abc abc\nab");

        assertThat(best.get(Feature.BRACKET_DEPTH)).as("no brackets").isEmpty();
        assertThat(best.get(Feature.SPACE))
                .hasSize(3)
                .extracting(UnitMatch::unit)
                .doesNotContain(new Unit(0, 0, UNIT));
    }

    @Test
    void theSumsGivePearsonsCorrelation() {
        Network network = network("gru", 8);
        String text = randomText(100, 9);
        int[] codePoints = text.codePoints().toArray();

        best(network, text).forEach((feature, best) -> {
            for (UnitMatch found : best) {
                float[] activations = new Passage(VOCABULARY.encode(text)).activations(network, found.unit());
                assertThat(found.correlation())
                        .as("%s", feature)
                        .isCloseTo(pearson(activations, feature.of(codePoints)), within(1e-6));
            }
        });
    }

    @Test
    void theBestComeFirst() {
        best(network("lstm", 10), randomText(400, 11))
                .values()
                .forEach(found -> assertThat(found)
                        .extracting(each -> -Math.abs(each.correlation()))
                        .isSorted());
    }

    /** By its definition, in two passes. */
    private static double pearson(float[] x, float[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
