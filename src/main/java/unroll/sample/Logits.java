package unroll.sample;

import unroll.message.ProblemException;
import unroll.message.Reason;

/** What several samplers need to know about logits. */
final class Logits {
    private Logits() {}

    /** The largest logit; what is not a number is passed over. Compares four at a time, so that none waits for another. */
    static float max(float[] logits) {
        float a = Float.NEGATIVE_INFINITY;
        float b = a;
        float c = a;
        float d = a;
        int i = 0;
        for (; i + 3 < logits.length; i += 4) {
            a = larger(a, logits[i]);
            b = larger(b, logits[i + 1]);
            c = larger(c, logits[i + 2]);
            d = larger(d, logits[i + 3]);
        }
        for (; i < logits.length; i++) {
            a = larger(a, logits[i]);
        }
        return larger(larger(a, b), larger(c, d));
    }

    /** Not Math.max, which takes three times as long over its care for −0 and NaN. */
    private static float larger(float max, float logit) {
        return logit > max ? logit : max;
    }

    /**
     * Drops all but the largest logits; where equal ones compete for the last places, the first ones stay.
     *
     * @param min the smallest that stays
     * @param count how many stay, 1 to V
     */
    static void retainLargest(float[] logits, float min, int count) {
        int places = count - countAbove(logits, min);
        for (int i = 0; i < logits.length; i++) {
            if (logits[i] < min || (logits[i] == min && places-- <= 0)) {
                logits[i] = Float.NEGATIVE_INFINITY;
            }
        }
    }

    private static int countAbove(float[] logits, float min) {
        int count = 0;
        for (float logit : logits) {
            if (logit > min) {
                count++;
            }
        }
        return count;
    }

    /**
     * Makes sure that something can be drawn.
     *
     * @throws ProblemException where a logit is NaN or +∞, or all are −∞
     */
    static void check(float[] logits) {
        boolean drawable = Float.isFinite(max(logits));
        for (float logit : logits) {
            drawable &= logit <= Float.MAX_VALUE; // false for NaN
        }
        if (!drawable) {
            throw Reason.MODEL_DIVERGED.exception();
        }
    }
}
