package unroll.train;

/** The likeliest symbol of every step, from its logits. */
final class Argmax {
    private Argmax() {}

    /**
     * @param logits [V × B·T] column after column
     * @param outputs V
     * @return a symbol for each of the B·T, the first of several that are as likely
     */
    static int[] of(float[] logits, int outputs) {
        int[] likeliest = new int[logits.length / outputs];
        for (int place = 0; place < likeliest.length; place++) {
            int best = 0;
            for (int symbol = 1; symbol < outputs; symbol++) {
                if (logits[place * outputs + symbol] > logits[place * outputs + best]) {
                    best = symbol;
                }
            }
            likeliest[place] = best;
        }
        return likeliest;
    }

    /** At how many of the asked places the likeliest symbol is the target. */
    static long right(int[] likeliest, int[] targets) {
        long right = 0;
        for (int place = 0; place < targets.length; place++) {
            // NO_TARGET is no symbol, so a step that is not asked is never right.
            right += likeliest[place] == targets[place] ? 1 : 0;
        }
        return right;
    }
}
