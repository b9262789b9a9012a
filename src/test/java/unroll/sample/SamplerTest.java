package unroll.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.message.ProblemException;

class SamplerTest {
    private static final float NEVER = Float.NEGATIVE_INFINITY;
    private static final int DRAWS = 40_000;

    /** Logits of the probabilities 0.5, 0.25, 0.15, 0.1. */
    private static float[] four() {
        return new float[] {log(0.5), log(0.25), log(0.15), log(0.1)};
    }

    private static float log(double p) {
        return (float) Math.log(p);
    }

    private static SamplingSettings plain() {
        return new SamplingSettings(1, 0, 1, 0, 1, false);
    }

    private static UniformRandomProvider random(long seed) {
        return RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    private static double[] frequencies(SamplingSettings settings, float[] logits, long seed) {
        UniformRandomProvider random = random(seed);
        double[] count = new double[logits.length];
        Sampler sampler = new Sampler(settings, logits.length);
        for (int i = 0; i < DRAWS; i++) {
            count[sampler.draw(logits.clone(), random)] += 1.0 / DRAWS;
        }
        return count;
    }

    /** Pearson's chi-square against expected probabilities; the limits are the 99.99 % points for 1 to 3 degrees. */
    private static void assertDistribution(double[] observed, double... expected) {
        double chiSquare = 0;
        int degrees = -1;
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] == 0) {
                assertThat(observed[i]).as("symbol %d must never be drawn", i).isZero();
            } else {
                chiSquare += DRAWS * (observed[i] - expected[i]) * (observed[i] - expected[i]) / expected[i];
                degrees++;
            }
        }
        assertThat(chiSquare)
                .as("observed %s, expected %s", Arrays.toString(observed), Arrays.toString(expected))
                .isLessThan(new double[] {1e-9, 15.1, 18.4, 21.1}[degrees]);
    }

    @Test
    void drawsTheSoftmax() {
        assertDistribution(frequencies(plain(), four(), 1), 0.5, 0.25, 0.15, 0.1);
    }

    @Test
    void theOffsetOfTheLogitsDoesNotMatter() {
        float[] exact = {80_000 + 0, 80_000 - 1, 80_000 - 2, 80_000 - 3};
        double sum = 1 + Math.exp(-1) + Math.exp(-2) + Math.exp(-3);
        assertDistribution(
                frequencies(plain(), exact, 2), 1 / sum, Math.exp(-1) / sum, Math.exp(-2) / sum, Math.exp(-3) / sum);
    }

    @Test
    void aTemperatureOfOneHalfSquaresTheProbabilities() {
        double sum = 0.25 + 0.0625 + 0.0225 + 0.01;
        assertDistribution(
                frequencies(plain().withTemperature(0.5), four(), 3),
                0.25 / sum,
                0.0625 / sum,
                0.0225 / sum,
                0.01 / sum);
    }

    @Test
    void aTemperatureOfTwoTakesTheRoot() {
        double sum = Math.sqrt(0.5) + Math.sqrt(0.25) + Math.sqrt(0.15) + Math.sqrt(0.1);
        assertDistribution(
                frequencies(plain().withTemperature(2), four(), 4),
                Math.sqrt(0.5) / sum,
                Math.sqrt(0.25) / sum,
                Math.sqrt(0.15) / sum,
                Math.sqrt(0.1) / sum);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1e-30, Double.MIN_VALUE})
    void aTinyTemperatureTakesTheLikeliest(double temperature) {
        float[] logits = {log(0.1), log(0.25), log(0.5), log(0.15)};
        assertDistribution(frequencies(plain().withTemperature(temperature), logits, 5), 0, 0, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e6, Double.MAX_VALUE})
    void aHugeTemperatureTakesAllAlike(double temperature) {
        assertDistribution(frequencies(plain().withTemperature(temperature), four(), 6), 0.25, 0.25, 0.25, 0.25);
    }

    @Test
    void aTemperatureOfAHundredNearlyTakesAllAlike() {
        double[] p = {Math.pow(0.5, 0.01), Math.pow(0.25, 0.01), Math.pow(0.15, 0.01), Math.pow(0.1, 0.01)};
        double sum = Arrays.stream(p).sum();
        assertDistribution(
                frequencies(plain().withTemperature(100), four(), 7), p[0] / sum, p[1] / sum, p[2] / sum, p[3] / sum);
    }

    @Test
    void topKKeepsTheLikeliest() {
        assertDistribution(
                frequencies(new SamplingSettings(1, 2, 1, 0, 1, false), four(), 8), 0.5 / 0.75, 0.25 / 0.75, 0, 0);
    }

    @Test
    void topKOfOneEqualsGreedy() {
        UniformRandomProvider random = random(9);
        Sampler one = new Sampler(new SamplingSettings(1, 1, 1, 0, 1, false), 20);
        Sampler greedy = new Sampler(new SamplingSettings(1, 0, 1, 0, 1, true), 20);
        for (int round = 0; round < 500; round++) {
            float[] logits = new float[20];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = random.nextInt(-3, 4); // ties on purpose
            }
            assertThat(one.draw(logits.clone(), random)).isEqualTo(greedy.draw(logits, random));
        }
    }

    @Test
    void topKLargerThanTheVocabularyKeepsAll() {
        assertDistribution(frequencies(new SamplingSettings(1, 100, 1, 0, 1, false), four(), 10), 0.5, 0.25, 0.15, 0.1);
    }

    @Test
    void topKKeepsExactlyKOfEqualOnes() {
        assertDistribution(
                frequencies(new SamplingSettings(1, 2, 1, 0, 1, false), new float[] {1, 1, 1, 1}, 11), 0.5, 0.5, 0, 0);
    }

    @Test
    void topPKeepsTheSmallestNucleus() {
        SamplingSettings p = new SamplingSettings(1, 0, 0.7, 0, 1, false);
        assertDistribution(frequencies(p, four(), 12), 0.5 / 0.75, 0.25 / 0.75, 0, 0);
    }

    @Test
    void topPAlwaysKeepsOne() {
        SamplingSettings p = new SamplingSettings(1, 0, 1e-300, 0, 1, false);
        assertDistribution(frequencies(p, four(), 13), 1, 0, 0, 0);
    }

    @Test
    void topPOverEqualLogitsKeepsTheirShare() {
        SamplingSettings p = new SamplingSettings(1, 0, 0.5, 0, 1, false);
        assertDistribution(frequencies(p, new float[] {-2, -2, -2, -2}, 14), 0.5, 0.5, 0, 0);
    }

    @Test
    void minPDropsWhatIsFarLessLikelyThanTheBest() {
        SamplingSettings p = new SamplingSettings(1, 0, 1, 0.4, 1, false); // at least 0.2
        assertDistribution(frequencies(p, four(), 15), 0.5 / 0.75, 0.25 / 0.75, 0, 0);
    }

    @Test
    void minPOfOneKeepsOnlyTheBestAndItsEquals() {
        SamplingSettings p = new SamplingSettings(1, 0, 1, 1, 1, false);
        assertDistribution(frequencies(p, new float[] {0, 3, 3, -1}, 16), 0, 0.5, 0.5, 0);
    }

    @Test
    void whatTheNetworkForbidsStaysForbidden() {
        SamplingSettings all = new SamplingSettings(1.5, 3, 0.999, 0.001, 1, false);
        assertDistribution(frequencies(all, new float[] {NEVER, 0, NEVER, 0}, 17), 0, 0.5, 0, 0.5);
    }

    /** At temperature 2 the first two reach only 0.64; top-p before temperature would have kept just those two. */
    @Test
    void temperatureComesBeforeTopP() {
        SamplingSettings p = new SamplingSettings(2, 0, 0.7, 0, 1, false);
        double sum = Math.sqrt(0.5) + Math.sqrt(0.25) + Math.sqrt(0.15);
        assertDistribution(
                frequencies(p, four(), 18), Math.sqrt(0.5) / sum, Math.sqrt(0.25) / sum, Math.sqrt(0.15) / sum, 0);
    }

    /** Of the three best, scaled to 0.556, 0.278, 0.167, the first two reach 0.8; of all four they would not. */
    @Test
    void topKComesBeforeTopP() {
        SamplingSettings p = new SamplingSettings(1, 3, 0.8, 0, 1, false);
        assertDistribution(frequencies(p, four(), 19), 0.5 / 0.75, 0.25 / 0.75, 0, 0);
    }

    @Test
    void thePenaltyComesBeforeTopK() {
        Sampler sampler = new Sampler(new SamplingSettings(1, 1, 1, 0, 2, false), 3);
        UniformRandomProvider random = random(20);
        assertThat(sampler.draw(new float[] {4, 3, -5}, random)).isZero();
        assertThat(sampler.draw(new float[] {4, 3, -5}, random))
                .as("4 became 2")
                .isEqualTo(1);
    }

    @Test
    void thePenaltyDividesPositiveAndMultipliesNegativeLogitsOnce() {
        Limit.RepetitionPenalty penalty = new Limit.RepetitionPenalty(2, 4);
        penalty.written(0);
        penalty.written(1);
        penalty.written(1);
        float[] logits = {4, -3, 5, -6};
        penalty.apply(logits);
        assertThat(logits).containsExactly(2, -6, 5, -6);
    }

    @Test
    void thePenaltyForgetsWhatWasWrittenLongAgo() {
        Limit.RepetitionPenalty penalty = new Limit.RepetitionPenalty(2, 2);
        penalty.written(0);
        for (int i = 1; i < Limit.RepetitionPenalty.RECENT; i++) {
            penalty.written(1);
        }
        float[] logits = {4, 4};
        penalty.apply(logits);
        assertThat(logits).containsExactly(2, 2);
        penalty.written(1);
        logits = new float[] {4, 4};
        penalty.apply(logits);
        assertThat(logits).containsExactly(4, 2);
    }

    @Test
    void temperatureIsAppliedToEachLogit() {
        float[] logits = {1, 3, NEVER};
        new Limit.Temperature(0.5).apply(logits);
        assertThat(logits[0]).isCloseTo(-4, within(1e-6f));
        assertThat(logits[1]).isZero();
        assertThat(logits[2]).isEqualTo(NEVER);
    }

    @Test
    void greedyIgnoresTheLimits() {
        SamplingSettings greedy = new SamplingSettings(100, 0, 1, 0, 100, true);
        assertDistribution(frequencies(greedy, new float[] {1, 2, 2, 0}, 21), 0, 1, 0, 0);
    }

    @Test
    void theSameSeedDrawsTheSame() {
        SamplingSettings settings = new SamplingSettings(0.9, 3, 0.95, 0.01, 1.3, false);
        assertThat(draws(settings, 22)).isEqualTo(draws(settings, 22)).isNotEqualTo(draws(settings, 23));
    }

    private static int[] draws(SamplingSettings settings, long seed) {
        Sampler sampler = new Sampler(settings, 4);
        UniformRandomProvider random = random(seed);
        int[] symbols = new int[100];
        Arrays.setAll(symbols, i -> sampler.draw(four(), random));
        return symbols;
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void refusesWhatIsNoNumber(float broken) {
        Sampler sampler = new Sampler(plain(), 3);
        assertThatThrownBy(() -> sampler.draw(new float[] {0, broken, 1}, random(24)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("diverged");
    }

    @Test
    void refusesWhereNothingIsAllowed() {
        Sampler sampler = new Sampler(plain(), 2);
        assertThatThrownBy(() -> sampler.draw(new float[] {NEVER, NEVER}, random(25)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void allocatesNothingPerSymbol() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Sampler sampler = new Sampler(new SamplingSettings(0.9, 20, 0.95, 0.01, 1.3, false), 65);
        UniformRandomProvider random = random(26);
        float[] logits = new float[65];
        int rounds = 5_000;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) random.nextDouble() * 4;
            }
            sampler.draw(logits, random);
        }
        long perDraw = (threads.getCurrentThreadAllocatedBytes() - before) / rounds;
        assertThat(perDraw).as("bytes allocated per draw").isLessThan(16);
    }
}
