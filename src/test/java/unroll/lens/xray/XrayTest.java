package unroll.lens.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.corpus.Vocabulary;
import unroll.lens.xray.DrawnSymbol.LimitEffect;
import unroll.lens.xray.DrawnSymbol.ProbabilityShift;
import unroll.lens.xray.Xray.XrayedText;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Softmax;
import unroll.network.Stepper;
import unroll.sample.DrawObserver;
import unroll.sample.Generator;
import unroll.sample.SampleRequest;
import unroll.sample.Sampler;
import unroll.sample.SamplingSettings;
import unroll.task.TextWriting;

class XrayTest {
    private static final Offset<Double> CLOSE = within(1e-6);
    private static final Vocabulary LETTERS =
            new Vocabulary("\n abcdefghijklmnop".codePoints().toArray());

    /** Logits of the probabilities 0.5, 0.25, 0.15, 0.1. */
    private static float[] four() {
        return new float[] {(float) Math.log(0.5), (float) Math.log(0.25), (float) Math.log(0.15), (float) Math.log(0.1)
        };
    }

    /** What the X-ray sees of this symbol, taken from these logits. */
    private static DrawnSymbol examined(SamplingSettings settings, int symbol, float[] logits) {
        List<DrawnSymbol> seen = new ArrayList<>();
        Sampler sampler = new Sampler(settings, logits.length, new DistributionRecorder(logits.length, seen::add));
        sampler.write(symbol, logits, RandomSource.XO_SHI_RO_256_PP.create(1));
        return seen.get(0);
    }

    private static LimitEffect effect(DrawnSymbol drawn, DrawObserver.LimitKind kind) {
        return drawn.effects().stream()
                .filter(effect -> effect.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void knowsTheModelsOwnOpinion() {
        DrawnSymbol drawn = examined(new SamplingSettings(1, 0, 1, 0, 1, false), 2, four());

        assertThat(drawn.symbol()).isEqualTo(2);
        assertThat(drawn.probability()).isCloseTo(0.15, CLOSE);
        assertThat(drawn.rank()).isEqualTo(3);
        double entropy = -(0.5 * Math.log(0.5) + 0.25 * Math.log(0.25) + 0.15 * Math.log(0.15) + 0.1 * Math.log(0.1));
        assertThat(drawn.entropy()).isCloseTo(entropy, CLOSE);
        assertThat(drawn.bars()).extracting(ProbabilityShift::symbol).containsExactly(0, 1, 2, 3);
    }

    /** At temperature ½ probabilities are squared and normalized again: 0.25, 0.0625, 0.0225, 0.01 of 0.345. */
    @Test
    void showsWhatTemperatureMoved() {
        DrawnSymbol drawn = examined(new SamplingSettings(0.5, 0, 1, 0, 1, false), 0, four());

        LimitEffect temperature = effect(drawn, DrawObserver.LimitKind.TEMPERATURE);
        assertThat(temperature.removed()).isZero();
        assertThat(temperature.moved()).as("all of it came to the first").isCloseTo(0.25 / 0.345 - 0.5, CLOSE);
        assertThat(drawn.drawnWith()).isCloseTo(0.25 / 0.345, CLOSE);
    }

    /** Top-k takes the last (0.1), top-p of the rest 0.556, 0.278, 0.167 the third, min-p the second. */
    @Test
    void showsWhatEachLimitRemoved() {
        DrawnSymbol drawn = examined(new SamplingSettings(1, 3, 0.8, 0.6, 1, false), 0, four());

        assertRemoved(drawn, DrawObserver.LimitKind.TOP_K, 0.1);
        assertRemoved(drawn, DrawObserver.LimitKind.TOP_P, 0.15 / 0.9);
        assertRemoved(drawn, DrawObserver.LimitKind.MIN_P, 0.25 / 0.75);
        assertThat(drawn.effects())
                .extracting(LimitEffect::kind)
                .containsExactly(
                        DrawObserver.LimitKind.TEMPERATURE,
                        DrawObserver.LimitKind.TOP_K,
                        DrawObserver.LimitKind.TOP_P,
                        DrawObserver.LimitKind.MIN_P);
        assertThat(drawn.drawnWith()).isEqualTo(1);
        assertThat(drawn.bars()).extracting(ProbabilityShift::after).containsExactly(1.0, 0.0, 0.0, 0.0);
    }

    private static void assertRemoved(DrawnSymbol drawn, DrawObserver.LimitKind kind, double probability) {
        LimitEffect effect = effect(drawn, kind);
        assertThat(effect.removed()).as("%s", kind).isEqualTo(1);
        assertThat(effect.removedProbability()).as("%s", kind).isCloseTo(probability, CLOSE);
        assertThat(effect.moved()).as("%s", kind).isCloseTo(probability, CLOSE);
    }

    @Test
    void showsWhatThePenaltyTook() {
        List<DrawnSymbol> seen = new ArrayList<>();
        SamplingSettings settings = new SamplingSettings(1, 0, 1, 0, 2, false);
        Sampler sampler = new Sampler(settings, 2, new DistributionRecorder(2, seen::add));
        for (int i = 0; i < 2; i++) {
            sampler.write(0, new float[] {2, 0}, RandomSource.XO_SHI_RO_256_PP.create(2));
        }

        LimitEffect penalty = effect(seen.get(1), DrawObserver.LimitKind.REPETITION_PENALTY);
        double before = 1 / (1 + Math.exp(-2));
        double after = 1 / (1 + Math.exp(-1)); // the logit 2 became 1
        assertThat(penalty.moved()).isCloseTo(before - after, CLOSE);
        assertThat(penalty.removed()).isZero();
    }

    @Test
    void greedyRemovesAllButOne() {
        DrawnSymbol drawn = examined(new SamplingSettings(0.3, 2, 0.5, 0.5, 3, true), 1, four());

        LimitEffect greedy = effect(drawn, DrawObserver.LimitKind.GREEDY);
        assertThat(drawn.effects()).containsExactly(greedy);
        assertThat(greedy.removed()).isEqualTo(3);
        assertThat(greedy.removedProbability()).isCloseTo(0.5, CLOSE);
        assertThat(drawn.drawnWith()).as("chosen by hand against it").isZero();
    }

    @Test
    void theBarsAreAFewAndHoldTheWrittenSymbol() {
        float[] logits = new float[40];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = -0.1f * i;
        }
        DrawnSymbol drawn = examined(new SamplingSettings(1, 0, 1, 0, 1, false), 39, logits);

        assertThat(drawn.rank()).isEqualTo(40);
        assertThat(drawn.bars()).hasSize(DistributionRecorder.BARS + 1);
        assertThat(drawn.bars().get(0).symbol()).isZero();
        assertThat(drawn.bars().get(DistributionRecorder.BARS).symbol()).isEqualTo(39);
    }

    private static Network network(long seed) {
        return new Network(
                new NetworkSpec("gru", LETTERS.size(), 13, 2, 0), RandomSource.XO_SHI_RO_256_PP.create(seed));
    }

    static Stream<SamplingSettings> settings() {
        return Stream.of(
                SamplingSettings.DEFAULT,
                new SamplingSettings(1.3, 9, 0.9, 0.05, 1.4, false),
                new SamplingSettings(2, 0, 1, 0, 1, false),
                new SamplingSettings(0.8, 0, 1, 0, 1, true));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theSameSeedWritesTheSameTextWithAndWithoutIt(SamplingSettings settings) {
        for (long seed = 1; seed <= 5; seed++) {
            Network network = network(seed);
            SampleRequest request = new SampleRequest("abc", 200, "fgh", settings, seed);
            String plain = new Generator(LETTERS, new Stepper(network)::read).write(request, symbol -> true);

            XrayedText xrayed = new Xray(network, LETTERS, TextWriting.CARRYING).write(request);

            assertThat(LETTERS.decode(xrayed.indices())).as("seed %d", seed).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aForkThatChangesNothingIsTheOriginal(SamplingSettings settings) {
        Xray xray = new Xray(network(7), LETTERS, TextWriting.CARRYING);
        XrayedText original = xray.write(new SampleRequest("", 80, "", settings, 7));

        for (int at : new int[] {0, 1, 40, 79}) {
            XrayedText fork = xray.fork(original, at, original.indices()[at]);
            assertThat(fork).as("forked at %d", at).isEqualTo(original);
        }
    }

    @Test
    void aForkKeepsWhatWasBeforeAndGoesOnFromTheChoice() {
        Network network = network(8);
        Xray xray = new Xray(network, LETTERS, TextWriting.CARRYING);
        XrayedText original = xray.write(new SampleRequest("ab", 60, "", SamplingSettings.DEFAULT, 8));
        int other = (original.indices()[20] + 1) % LETTERS.size();

        XrayedText fork = xray.fork(original, 20, other);

        assertThat(fork.symbols().subList(0, 20)).isEqualTo(original.symbols().subList(0, 20));
        assertThat(fork.indices()[20]).isEqualTo(other);
        assertThat(fork.symbols()).hasSize(60);
        assertThat(fork).isEqualTo(xray.fork(original, 20, other));
        Stepper stepper = new Stepper(network);
        float[] logits = stepper.read(LETTERS.indexOf('a'));
        for (int symbol : LETTERS.encode("b" + LETTERS.decode(fork.indices()).substring(0, 21))) {
            logits = stepper.read(symbol);
        }
        assertThat(fork.symbols().get(21).probability())
                .as("it reads its own choice")
                .isEqualTo(Softmax.exact(logits)[fork.indices()[21]]);
    }

    @Test
    void refusesAForkWhereThereIsNoCharacter() {
        Xray xray = new Xray(network(9), LETTERS, TextWriting.CARRYING);
        XrayedText text = xray.write(new SampleRequest("", 3, "", SamplingSettings.DEFAULT, 9));

        assertThatThrownBy(() -> xray.fork(text, 3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> xray.fork(text, 0, LETTERS.size())).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
