package unroll.session.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.corpus.Range;
import unroll.corpus.RealWords;
import unroll.message.ProblemException;
import unroll.train.Evaluations;
import unroll.train.MetricsFixtures;
import unroll.train.Trainer;
import unroll.train.TrainingEvent.Sampled;
import unroll.train.TrainingEvent.Validated;

class CurvesTest {
    private static final long SEED = 20;

    private static double add(Curves curves, long step, double loss, double norm) {
        return curves.add(new Trainer.Step(step, step / 100.0, loss, norm, 0.1), step / 10.0);
    }

    private static double[] values(int count) {
        return new Random(SEED).doubles(count, 0, 5).toArray();
    }

    private static Curves filled(double[] values, int from, int to, Curves curves) {
        for (int i = from; i < to; i++) {
            add(curves, i + 1, values[i], 2 * values[i]);
        }
        return curves;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 399, 400, 401, 799, 800, 801, 12_345, 2_500_001})
    void bucketsAgreeWithAPlainList(int count) {
        double[] values = values(count);
        Curves.View view = filled(values, 0, count, new Curves()).view();
        List<Curves.Point> points = view.trainLoss();
        int width = 1;
        while ((long) width * 400 < count) {
            width *= 2;
        }
        assertThat(points).hasSize((count + width - 1) / width);
        for (int bucket = 0; bucket < points.size(); bucket++) {
            int from = bucket * width;
            int to = Math.min(count, from + width);
            double sum = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                sum += values[i];
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
            Curves.Point point = points.get(bucket);
            assertThat(point.step()).as("seed %d, bucket %d", SEED, bucket).isEqualTo(to);
            assertThat(point.epoch()).isEqualTo(to / 100.0);
            assertThat(point.seconds()).isEqualTo(to / 10.0);
            assertThat(point.mean()).isCloseTo(sum / (to - from), within(1e-10));
            assertThat(point.low()).isEqualTo(low);
            assertThat(point.high()).isEqualTo(high);
            assertThat(view.gradientNorm().get(bucket).high()).isEqualTo(2 * high);
        }
    }

    @Test
    void goOnAfterBeingCarriedByAFileAsIfNothingHadHappened() {
        double[] values = values(5_000);
        Curves whole = filled(values, 0, values.length, new Curves());
        Curves before = filled(values, 0, 1_777, new Curves());
        for (Curves each : List.of(before, whole)) {
            each.add(
                    new Sampled(1_777, 1.25, "one two ", List.of(), new RealWords(List.of(new Range(0, 3)), 2)),
                    MetricsFixtures.at(1_777, 17.77, 177.7));
        }
        before.add(new Validated(MetricsFixtures.at(1_777, 17.77, 177.7), Evaluations.of(1.25), true));
        whole.add(new Validated(MetricsFixtures.at(1_777, 17.77, 177.7), Evaluations.of(1.25), true));
        Curves after = new Curves();
        after.restore(before.toJson());
        assertThat(after.view()).isEqualTo(before.view());
        assertThat(filled(values, 1_777, values.length, after).view()).isEqualTo(whole.view());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "[]",
                "{}",
                "{\"trainLoss\":{\"width\":3,\"buckets\":[]}}",
                "{\"trainLoss\":{\"width\":1,\"buckets\":[[1,2,3]]},\"gradientNorm\":{\"width\":1,\"buckets\":[]},\"validationLoss\":{\"width\":1,\"buckets\":[]}}",
                "{\"trainLoss\":{\"width\":1,\"buckets\":[[1,0,0,1,\"NaN\",1,1]]},\"gradientNorm\":{\"width\":1,\"buckets\":[]},\"validationLoss\":{\"width\":1,\"buckets\":[]}}",
                "{\"trainLoss\":{\"width\":1,\"buckets\":[[1,0,0,9,1,1,1]]},\"gradientNorm\":{\"width\":1,\"buckets\":[]},\"validationLoss\":{\"width\":1,\"buckets\":[]}}"
            })
    void refuseWhatIsDamagedAndStayAsTheyWere(String json) {
        Curves curves = filled(values(10), 0, 10, new Curves());
        Curves.View before = curves.view();
        assertThatThrownBy(() -> curves.restore(json))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("curves");
        assertThat(curves.view()).isEqualTo(before);
    }

    @Test
    void refuseMoreBucketsThanTheyKeep() {
        String buckets = "[1,0,0,1,1,1,1],".repeat(401);
        String curve = "{\"width\":1,\"buckets\":[" + buckets.substring(0, buckets.length() - 1) + "]}";
        String json = "{\"trainLoss\":" + curve + ",\"gradientNorm\":" + curve + ",\"validationLoss\":" + curve + "}";
        assertThatThrownBy(() -> new Curves().restore(json)).hasMessageContaining("at most 400 buckets");
    }

    @Test
    void csvHasALineForEveryStepThatWasMeasured() {
        Curves curves = new Curves();
        add(curves, 1, 4, 0.5);
        add(curves, 2, 3.25, 0.25);
        curves.add(new Validated(MetricsFixtures.at(2, 0.02, 0.2), Evaluations.of(3.5), true));
        RealWords half = new RealWords(List.of(new Range(0, 3)), 2);
        curves.add(new Sampled(2, 3.25, "the teh ", List.of(), half), MetricsFixtures.at(2, 0.02, 0.2));
        curves.add(new Sampled(2, 3.25, "1 2 3"), MetricsFixtures.at(2, 0.02, 0.2));
        assertThat(CurvesCsv.means(curves.view())).isEqualTo("""
                        step,epoch,seconds,trainLoss,gradientNorm,validationLoss,accuracy,exactMatch,realWords
                        1,0.0100,0.100,4.00000,0.500000,,,,
                        2,0.0200,0.200,3.25000,0.250000,3.50000,0.250000,,0.500000
                        """);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9, 0.98})
    void theLossAfterAStepIsTheEndOfTheSmoothedCurve(double decay) {
        Curves curves = new Curves();
        curves.setSmoothing(decay);
        double[] values = values(3_000);
        for (int i = 0; i < values.length; i++) {
            double shown = add(curves, i + 1, values[i], 1);
            if (i < 10 || i % 97 == 0) {
                assertThat(shown)
                        .as("seed %d, step %d", SEED, i + 1)
                        .isCloseTo(curves.view().smoothedLoss(), within(1e-12));
            }
        }
        double end = curves.view().smoothedLoss();
        curves.setSmoothing(0.5);
        assertThat(curves.view().smoothedLoss()).isNotCloseTo(end, within(1e-6));
        curves.setSmoothing(decay);
        assertThat(curves.view().smoothedLoss()).isCloseTo(end, within(1e-12));
        Curves resumed = new Curves();
        resumed.setSmoothing(decay);
        resumed.restore(curves.toJson());
        assertThat(resumed.view().smoothedLoss()).isCloseTo(end, within(1e-12));
    }

    @Test
    void theFirstSmoothedLossIsTheFirstLoss() {
        assertThat(add(new Curves(), 1, 4.25, 1)).isCloseTo(4.25, within(1e-12));
        assertThat(new Curves().view().smoothedLoss()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 401, 799, 800})
    void afterADivergenceTheAverageBeginsAnew(int stepsBefore) {
        Curves curves = new Curves();
        for (int i = 1; i <= stepsBefore; i++) {
            add(curves, i, 1e9, 1);
        }
        curves.restartSmoothing();
        assertThat(curves.view().smoothedLoss()).isCloseTo(1e9, within(1e-3));
        for (int i = 1; i <= 10; i++) {
            add(curves, stepsBefore + i, 2, 1);
        }
        double shown = add(curves, stepsBefore + 11, 2, 1);
        assertThat(shown).isCloseTo(2, within(1e-9));
        assertThat(curves.view().smoothedLoss()).isCloseTo(shown, within(1e-12));
    }

    @Test
    void theVersionTellsOtherCurvesFromMoreOfThese() {
        Curves curves = filled(values(10), 0, 10, new Curves());
        long before = curves.version();
        add(curves, 11, 2, 3);
        assertThat(curves.version()).isEqualTo(before);
        curves.restore(curves.toJson());
        assertThat(curves.version()).isEqualTo(before + 1);
        curves.clear();
        assertThat(curves.version()).isEqualTo(before + 2);
    }

    @Test
    void clearForgetsEverything() {
        Curves curves = filled(values(1_000), 0, 1_000, new Curves());
        curves.clear();
        assertThat(curves.view()).isEqualTo(new Curves().view());
        add(curves, 1, 2, 3);
        assertThat(curves.view().trainLoss()).containsExactly(new Curves.Point(1, 0.01, 0.1, 2, 2, 2, 2));
    }
}
