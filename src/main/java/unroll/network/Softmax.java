package unroll.network;

import java.util.Arrays;
import java.util.Objects;
import unroll.matrix.Activations;

/**
 * The output's non-linearity and its loss: {@code ŷ<t> = softmax(logits)}, cross-entropy in nats
 * (docs/derivations/softmax.md).
 */
public final class Softmax {
    /** Marks a step that is not asked anything: it adds nothing to the loss or the gradient. */
    public static final int NO_TARGET = -1;

    private Softmax() {}

    /**
     * Turns logits into ∂L/∂logits, in place: {@code ŷ − y} times {@code scale}, and 0 in columns without a target.
     *
     * @param logits [V × columns], column after column, by already added
     * @param targets one symbol a column, or {@link #NO_TARGET}; that of the first column here is {@code targets[first]}
     * @param scale what each target counts in the loss that is differentiated, usually 1 / number of targets
     * @return the sum of −ln ŷ[target] over the columns that have one, in nats
     */
    static double lossAndGradient(float[] logits, int vocabulary, int[] targets, int first, float scale) {
        double loss = 0;
        for (int from = 0; from < logits.length; from += vocabulary) {
            int target = targets[first + from / vocabulary];
            if (target == NO_TARGET) {
                Arrays.fill(logits, from, from + vocabulary, 0);
            } else {
                float targetLogit = logits[from + Objects.checkIndex(target, vocabulary)];
                float max = max(logits, from, vocabulary);
                float sum = exponentials(logits, from, vocabulary, max);
                loss += Math.log(sum) + max - targetLogit;
                multiply(logits, from, vocabulary, scale / sum);
                logits[from + target] -= scale;
            }
        }
        return loss;
    }

    /** Turns logits into probabilities, in place. */
    public static void probabilities(float[] logits) {
        float max = max(logits, 0, logits.length);
        float sum = exponentials(logits, 0, logits.length, max);
        multiply(logits, 0, logits.length, 1 / sum);
    }

    /** The largest entry, subtracted first so that no exponential overflows. What is not a number is passed over here. */
    private static float max(float[] x, int from, int count) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + count; i++) {
            // Not Math.max, which takes three times as long over its care for −0.
            max = x[i] > max ? x[i] : max;
        }
        return max;
    }

    /** Sets every entry to e^(x − max) and returns their sum, added up in four rows so that none waits for another. */
    private static float exponentials(float[] x, int from, int count, float max) {
        for (int i = from; i < from + count; i++) {
            x[i] = Activations.expOfNonPositive(x[i] - max);
        }
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

    private static void multiply(float[] x, int from, int count, float factor) {
        for (int i = from; i < from + count; i++) {
            x[i] *= factor;
        }
    }
}
