package unroll.sample;

/** What several samplers need to know about logits. */
final class Logits {
    private Logits() {}

    /** The largest logit. */
    static float max(float[] logits) {
        float max = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        return max;
    }

    /** Where the largest logit is; the first place of several. */
    static int argMax(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Drops all but the largest logits; where equal ones compete for the last places, the first ones stay.
     *
     * @param least the smallest that stays
     * @param count how many stay, 1 to V
     */
    static void keepLargest(float[] logits, float least, int count) {
        int places = count - larger(logits, least);
        for (int i = 0; i < logits.length; i++) {
            if (logits[i] < least || (logits[i] == least && places-- <= 0)) {
                logits[i] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    private static int larger(float[] logits, float least) {
        int count = 0;
        for (float logit : logits) {
            if (logit > least) {
                count++;
            }
        }
        return count;
    }

    /**
     * Makes sure that something can be drawn.
     *
     * @throws ArithmeticException with a sentence, where a logit is NaN or +∞, or all are −∞
     */
    static void check(float[] logits) {
        // max carries NaN on, so one look at it is enough.
        if (!Float.isFinite(max(logits))) {
            throw new ArithmeticException("The model's output is no longer a number, so it cannot write; its training"
                    + " has diverged. Go back to an earlier copy, or train again with a smaller learning rate.");
        }
    }
}
