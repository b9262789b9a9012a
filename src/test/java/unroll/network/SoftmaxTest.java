package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoftmaxTest {
    @Test
    void lossAndGradientOfAColumnWorkedOutByHand() {
        float[] logits = {(float) Math.log(1), (float) Math.log(2), (float) Math.log(5)};

        double loss = new CrossEntropyLoss(0.5f).lossAndGradient(logits, 3, new int[] {1}, 0);

        assertThat(loss).isCloseTo(Math.log(4), within(1e-6));
        assertThat(logits).containsExactly(new float[] {0.0625f, -0.375f, 0.3125f}, within(1e-6f));
    }

    @Test
    void logitsOfAnySizeGiveAFiniteLoss() {
        float[] logits = {1e30f, -1e30f, 0, 3e4f, 2e4f, -3e4f};

        double loss = new CrossEntropyLoss(1).lossAndGradient(logits, 3, new int[] {0, 1}, 0);

        assertThat(loss).isCloseTo(1e4, within(1e-2));
        assertThat(logits).containsExactly(new float[] {0, 0, 0, 1, -1, 0}, within(1e-6f));
    }

    @Test
    void aTargetThatSeemedImpossibleCostsItsWholeDistance() {
        float[] logits = {0, 1e30f};

        double loss = new CrossEntropyLoss(1).lossAndGradient(logits, 2, new int[] {0}, 0);

        assertThat(loss).isCloseTo(1e30, within(1e24));
    }

    @Test
    void aLogitThatIsNoNumberShowsInTheLoss() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            float[] logits = {0, bad, 1};

            double loss = new CrossEntropyLoss(1).lossAndGradient(logits, 3, new int[] {0}, 0);

            assertThat(loss).as("loss with a logit of %s", bad).isNaN();
        }
    }

    @Test
    void aColumnWithoutTargetAddsNothing() {
        float[] logits = {1, 2, 3, 4};

        double loss =
                new CrossEntropyLoss(1).lossAndGradient(logits, 2, new int[] {Softmax.NO_TARGET, Softmax.NO_TARGET}, 0);

        assertThat(loss).isZero();
        assertThat(logits).containsOnly(0);
    }

    @Test
    void targetsAreReadFromTheFirstColumnOn() {
        float[] logits = {(float) Math.log(1), (float) Math.log(3)};

        double loss = new CrossEntropyLoss(1).lossAndGradient(logits, 2, new int[] {0, 0, 1}, 2);

        assertThat(loss).isCloseTo(Math.log(4.0 / 3), within(1e-6));
    }

    @Test
    void probabilitiesAddUpToOne() {
        float[] p = {0, 700, 699};

        Softmax.probabilities(p);

        assertThat(p).containsExactly(new float[] {0, 0.7310586f, 0.2689414f}, within(1e-6f));
    }
}
