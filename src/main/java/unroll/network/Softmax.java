package unroll.network;

import unroll.matrix.Activations;

/**
 * The output's non-linearity: {@code ŷ<t> = softmax(logits)} (docs/derivations/softmax.md).
 */
public final class Softmax {
    /** Marks a step that is not asked anything: it adds nothing to the loss or the gradient. */
    public static final int NO_TARGET = -1;

    private Softmax() {}

    /** Turns logits into probabilities, in place. */
    public static void probabilities(float[] logits) {
        Activations.exponentials(logits, max(logits, 0, logits.length), new float[logits.length]);
        multiply(logits, 0, logits.length, 1 / sum(logits, 0, logits.length));
    }

    /** The probabilities in doubles, for few: none becomes 0 that is not 0 on paper. */
    public static double[] exact(float[] logits) {
        double[] probabilities = new double[logits.length];
        float max = max(logits, 0, logits.length);
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp((double) logits[i] - max);
            sum += probabilities[i];
        }
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /** −ln of a probability, in nats; finite also where the probability is too small for a number. */
    public static double crossEntropy(float[] logits, int target) {
        double max = max(logits, 0, logits.length);
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - max);
        }
        return Math.log(sum) + max - logits[target];
    }

    /** The largest entry, subtracted first so that no exponential overflows. What is not a number is passed over here. */
    static float max(float[] x, int from, int count) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            // Not Math.max, which takes three times as long over its care for −0.
            max = x[i] > max ? x[i] : max;
        }
        return max;
    }

    /** Added up in four rows, so that none waits for another. */
    static float sum(float[] x, int from, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = from;
        for (; i + 3 < from + count; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < from + count; i++) {
            a += x[i];
        }
        return a + b + c + d;
    }

    static void multiply(float[] x, int from, int count, float factor) {
        for (int i = from; i < from + count; i++) {
            x[i] *= factor;
        }
    }
}
