package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.matrix.WorkerGroup;
import unroll.task.RandomStreams;

class LabelSmoothingTest {
    private static final long SEED = 20_261_128;
    private static final int V = 7;

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** −Σ ((1 − ε)·y + ε/V)·ln ŷ of all columns, in doubles. */
    private static double smoothedLoss(double[] logits, int[] targets, double smoothing) {
        double loss = 0;
        for (int column = 0; column < targets.length; column++) {
            double sum = 0;
            for (int v = 0; v < V; v++) {
                sum += Math.exp(logits[column * V + v]);
            }
            for (int v = 0; v < V; v++) {
                double target = smoothing / V + (v == targets[column] ? 1 - smoothing : 0);
                loss -= target * (logits[column * V + v] - Math.log(sum));
            }
        }
        return loss;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 0.1f, 0.5f})
    void theGradientIsTheSlopeOfTheSmoothedLossAndTheLossThePlainOne(float smoothing) {
        float scale = 0.5f;
        int[] targets = {3, 0, 6};
        float[] logits = new float[targets.length * V];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) (4 * random.nextDouble() - 2);
        }
        double[] before = doubles(logits);

        double loss = new CrossEntropyLoss(scale, smoothing).lossAndGradient(logits, V, targets, 0);

        assertThat(loss).isCloseTo(smoothedLoss(before, targets, 0), within(1e-5));
        for (int i = 0; i < logits.length; i++) {
            double[] up = before.clone();
            double[] down = before.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double slope = (smoothedLoss(up, targets, smoothing) - smoothedLoss(down, targets, smoothing)) / 2e-5;
            assertThat((double) logits[i]).as("logit %d, seed %d", i, SEED).isCloseTo(scale * slope, within(1e-6));
        }
    }

    /** Through a whole network, along the gradient itself, where the slope is steepest. */
    @Test
    void aStepAlongTheGradientLowersTheSmoothedLossAsMuchAsItSays() {
        Network network = new Network(new NetworkSpec("gru", V, 6, 2, 0), RandomStreams.initialization(SEED));
        int[] inputs = random.ints(20, 0, V).toArray();
        int[] targets = random.ints(20, 0, V).toArray();
        Unroll unroll = new Unroll(network, new Capacity(0, 5, 4), WorkerGroup.ofOne());
        Parameters gradient = network.parameters().likeThis();
        State zero = State.zero(network.spec(), 4);
        unroll.forward(new int[0], inputs, zero, null);
        unroll.loss(targets, new CrossEntropyLoss(1, 0.3f));
        unroll.backward(gradient, State.zero(network.spec(), 4));

        float[] start = network.parameters().values().clone();
        float[] direction = gradient.values();
        double square = 0;
        for (float g : direction) {
            square += g * g;
        }
        double step = 1e-2 / Math.sqrt(square);
        double[] losses = new double[2];
        for (int side = 0; side < 2; side++) {
            float[] weights = network.parameters().edit();
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) (start[i] + (side == 0 ? step : -step) * direction[i]);
            }
            unroll.forward(new int[0], inputs, zero, null);
            losses[side] = smoothedLoss(doubles(unroll.logits()), targets, 0.3);
        }

        assertThat((losses[0] - losses[1]) / (2 * step)).isCloseTo(square, within(2e-3 * square));
    }
}
