package unroll.sample;

import java.util.Arrays;
import unroll.network.Argmax;

/**
 * One link of the {@link Sampler}: changes the logits before a symbol is drawn. A symbol that must not be drawn gets the
 * logit −∞; the likeliest symbol always stays.
 */
interface Limit {
    /** @param logits V of them, changed in place; the largest is finite, none is NaN or +∞ */
    void apply(float[] logits);

    /** Keeps the likeliest symbol alone; the first of several. */
    final class Greedy implements Limit {
        @Override
        public void apply(float[] logits) {
            int best = Argmax.of(logits);
            float largest = logits[best];
            Arrays.fill(logits, Float.NEGATIVE_INFINITY);
            logits[best] = largest;
        }
    }

    /**
     * Makes recently written symbols less likely: divides their positive logits by the penalty and multiplies their negative
     * ones, once however often the symbol was written.
     *
     * <p>Source: N. S. Keskar et al., "CTRL: a conditional transformer language model" (2019), section 4.1, which divides
     * only; a negative logit must be multiplied to become less likely.
     */
    final class RepetitionPenalty implements Limit {
        /** How many written symbols count as recent. */
        static final int RECENT = 64;

        private static final int NONE = -1;

        private final double penalty;
        private final int[] recent = new int[RECENT];
        private final int[] occurrences;
        private int next;

        RepetitionPenalty(double penalty, int vocabulary) {
            this.penalty = penalty;
            this.occurrences = new int[vocabulary];
            Arrays.fill(recent, NONE);
        }

        /** Takes note of a symbol that was written. */
        void written(int symbol) {
            if (recent[next] != NONE) {
                occurrences[recent[next]]--;
            }
            recent[next] = symbol;
            occurrences[symbol]++;
            next = (next + 1) % RECENT;
        }

        @Override
        public void apply(float[] logits) {
            for (int i = 0; i < logits.length; i++) {
                if (occurrences[i] > 0) {
                    logits[i] = (float) (logits[i] > 0 ? logits[i] / penalty : logits[i] * penalty);
                }
            }
        }
    }

    /** Divides the logits: p ∝ exp(logit / temperature). Below 1 sharpens the distribution, above 1 flattens it. */
    record Temperature(double temperature) implements Limit {
        /** The largest logit is taken away first, so that no temperature, however small, can overflow. */
        @Override
        public void apply(float[] logits) {
            float max = Logits.max(logits);
            double sharpness = Math.min(1 / temperature, Double.MAX_VALUE);
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) ((logits[i] - max) * sharpness);
            }
        }
    }

    /**
     * Keeps the k likeliest symbols.
     *
     * <p>Source: A. Fan, M. Lewis, Y. Dauphin, "Hierarchical neural story generation" (2018), section 5.4.
     */
    final class TopK implements Limit {
        private final int k;
        private final Descending descending;

        TopK(int k, int vocabulary) {
            this.k = Math.min(k, vocabulary);
            this.descending = new Descending(vocabulary);
        }

        @Override
        public void apply(float[] logits) {
            descending.begin(logits);
            for (int larger = 1; larger < k; larger++) {
                descending.next();
            }
            Logits.retainLargest(logits, descending.next(), k);
        }
    }

    /**
     * Keeps the nucleus: the fewest likeliest symbols that together reach the probability p.
     *
     * <p>Source: A. Holtzman et al., "The curious case of neural text degeneration" (2020), section 3.1.
     */
    final class TopP implements Limit {
        private final double p;
        private final Descending descending;

        TopP(double p, int vocabulary) {
            this.p = p;
            this.descending = new Descending(vocabulary);
        }

        @Override
        public void apply(float[] logits) {
            double max = Logits.max(logits);
            double all = 0;
            for (float logit : logits) {
                all += Math.exp(logit - max);
            }
            descending.begin(logits);
            float min = descending.next();
            double reached = Math.exp(min - max);
            int count = 1;
            while (count < logits.length && reached < p * all) {
                min = descending.next();
                reached += Math.exp(min - max);
                count++;
            }
            Logits.retainLargest(logits, min, count);
        }
    }

    /**
     * Drops symbols that are less likely than a share of the likeliest one: p(symbol) &lt; share · p(likeliest).
     *
     * <p>Source: N. N. Minh et al., "Turning up the heat: min-p sampling for creative and coherent LLM outputs" (2024),
     * section 3.
     */
    record MinP(double share) implements Limit {
        @Override
        public void apply(float[] logits) {
            double min = Logits.max(logits) + Math.log(share);
            for (int i = 0; i < logits.length; i++) {
                if (logits[i] < min) {
                    logits[i] = Float.NEGATIVE_INFINITY;
                }
            }
        }
    }

    /**
     * Gives logits one by one, the largest first: a heap in an array that is used again for every symbol. Sorting would order
     * all of them where a few are wanted, and Java's own allocates.
     */
    final class Descending {
        private final float[] heap;
        private int size;

        Descending(int vocabulary) {
            heap = new float[vocabulary];
        }

        /** Begins with V logits, which stay as they are. */
        void begin(float[] logits) {
            System.arraycopy(logits, 0, heap, 0, logits.length);
            size = logits.length;
            for (int parent = size / 2 - 1; parent >= 0; parent--) {
                sink(parent);
            }
        }

        /** The largest that has not been given yet; at most V times. */
        float next() {
            float largest = heap[0];
            heap[0] = heap[--size];
            sink(0);
            return largest;
        }

        /** Lets an entry change places with its larger child until it is no smaller than either. */
        private void sink(int entry) {
            int parent = entry;
            while (2 * parent + 1 < size) {
                int left = 2 * parent + 1;
                int child = left + 1 < size && heap[left + 1] > heap[left] ? left + 1 : left;
                if (heap[parent] >= heap[child]) {
                    return;
                }
                float larger = heap[child];
                heap[child] = heap[parent];
                heap[parent] = larger;
                parent = child;
            }
        }
    }
}
