package unroll.network;

import java.util.Arrays;
import java.util.Objects;

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
        double loss = 0;
        for (int from = 0; from < logits.length; from += vocabulary) {
            int target = targets[first + from / vocabulary];
            if (target == Softmax.NO_TARGET) {
                Arrays.fill(logits, from, from + vocabulary, 0);
            } else {
                float targetLogit = logits[from + Objects.checkIndex(target, vocabulary)];
                float max = Softmax.max(logits, from, vocabulary);
                float sum = Softmax.exponentials(logits, from, vocabulary, max);
                loss += Math.log(sum) + max - targetLogit;
                Softmax.multiply(logits, from, vocabulary, scale / sum);
                logits[from + target] -= scale * (1 - smoothing);
                if (smoothing > 0) {
                    spread(logits, from, vocabulary);
                }
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
