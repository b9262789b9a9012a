package unroll.cli.dashboard;

/** Learning rates a key press apart: 1, 1.5, 2, 3, 4, 5, 6 and 8 times the powers of ten. */
final class RateLadder {
    private static final double[] RUNGS = {1, 1.5, 2, 3, 4, 5, 6, 8, 10};
    private static final double ROUNDING = 1e-6;
    private static final double LOWEST = 1e-8;
    private static final double HIGHEST = 1e3;

    private RateLadder() {}

    /** The next rate above. */
    static double above(double rate) {
        double power = power(rate);
        for (double rung : RUNGS) {
            if (rung * power > rate * (1 + ROUNDING)) {
                return Math.min(HIGHEST, rung * power);
            }
        }
        return Math.min(HIGHEST, RUNGS[1] * 10 * power);
    }

    /** The next rate below. */
    static double below(double rate) {
        double power = power(rate);
        for (int i = RUNGS.length - 1; i >= 0; i--) {
            if (RUNGS[i] * power < rate * (1 - ROUNDING)) {
                return Math.max(LOWEST, RUNGS[i] * power);
            }
        }
        return Math.max(LOWEST, RUNGS[RUNGS.length - 2] * power / 10);
    }

    private static double power(double rate) {
        return Math.pow(10, Math.floor(Math.log10(rate)));
    }
}
