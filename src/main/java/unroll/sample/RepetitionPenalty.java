package unroll.sample;

import java.util.Arrays;

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

    /** @param vocabulary V */
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
    public LimitKind kind() {
        return LimitKind.REPETITION_PENALTY;
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
