package unroll.network;

import java.util.Arrays;
import java.util.Objects;
import unroll.matrix.Activations;

/**
 * The loss of a softmax over V symbols, in nats, and its gradient (docs/derivations/softmax.md).
 *
 * <p>With label smoothing ε the gradient is that of the cross-entropy with the target {@code (1 − ε)·y + ε/V} (C. Szegedy et al.,
 * "Rethinking the inception architecture for computer vision", 2016, section 7). The loss that is returned stays the plain one,
 * −ln ŷ of the right symbol, so that it compares with validation losses and n-grams.
 *
 * @param scale what each target counts in the loss that is differentiated, usually 1 / number of targets of the whole batch
 * @param smoothing ε, the share of each target that is spread evenly over all symbols; 0 to below 1
 */
public record CrossEntropyLoss(float scale, float smoothing) {
    /** Without smoothing. */
    public CrossEntropyLoss(float scale) {
        this(scale, 0);
    }

    /**
     * Turns logits into ∂L/∂logits, in place: {@code ŷ − (1 − ε)·y − ε/V} times the scale, and 0 in columns without a target.
     *
     * @param logits [V × columns], column after column, by already added
     * @param targets one symbol a column, or {@link Softmax#NO_TARGET}; that of the first column here is
     *     {@code targets[first]}
     * @return the sum of −ln ŷ[target] over the columns that have one, in nats
     */
    double lossAndGradient(float[] logits, int vocabulary, int[] targets, int first) {
        double loss = subtractLargest(logits, vocabulary, targets, first);
        // Over all columns at once: a loop over the symbols of one is too short for vector instructions.
        Activations.exponentials(logits);
        for (int from = 0; from < logits.length; from += vocabulary) {
            int target = targets[first + from / vocabulary];
            if (target == Softmax.NO_TARGET) {
                Arrays.fill(logits, from, from + vocabulary, 0);
            } else {
                float sum = Softmax.sum(logits, from, vocabulary);
                loss += Math.log(sum);
                Softmax.multiply(logits, from, vocabulary, scale / sum);
                logits[from + target] -= scale * (1 - smoothing);
                if (smoothing > 0) {
                    spread(logits, from, vocabulary);
                }
            }
        }
        return loss;
    }

    /** The sum of largest − target over the columns that have one: the loss but for the logarithms. */
    private static double subtractLargest(float[] logits, int vocabulary, int[] targets, int first) {
        double loss = 0;
        for (int from = 0; from < logits.length; from += vocabulary) {
            int target = targets[first + from / vocabulary];
            float max = Softmax.max(logits, from, vocabulary);
            if (target != Softmax.NO_TARGET) {
                loss += max - (double) logits[from + Objects.checkIndex(target, vocabulary)];
            }
            for (int i = from; i < from + vocabulary; i++) {
                logits[i] -= max;
            }
        }
        return loss;
    }

    private void spread(float[] logits, int from, int vocabulary) {
        float share = scale * smoothing / vocabulary;
        for (int i = from; i < from + vocabulary; i++) {
            logits[i] -= share;
        }
    }
}
