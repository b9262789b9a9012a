package unroll.lens.check;

import java.util.Map;

/** The formula of a cell for one hidden unit, in doubles: short, slow, and written without a look at the engine's. */
@FunctionalInterface
interface UnitFormula {
    /**
     * The unit's state after a step.
     *
     * @param z its pre-activation in each block, see {@link unroll.cell.Cell}
     * @param before its state before the step, a&lt;t-1&gt; first
     */
    double[] after(double[] z, double[] before);

    /** By the cell's name. */
    Map<String, UnitFormula> ALL = Map.of(
            "elman",
            (z, before) -> new double[] {Math.tanh(z[0])},
            "elman-relu",
            (z, before) -> new double[] {Math.max(z[0], 0)},
            "gru",
            UnitFormula::gru,
            "lstm",
            UnitFormula::lstm);

    /**
     * The formula of a registered cell.
     *
     * @throws IllegalArgumentException where nobody has written it down here
     */
    static UnitFormula of(String cell) {
        UnitFormula formula = ALL.get(cell);
        if (formula == null) {
            throw new IllegalArgumentException(
                    "The formula of the cell \"%s\" is not written down in doubles, so a single weight of it cannot be checked; add it to UnitFormula."
                            .formatted(cell));
        }
        return formula;
    }

    /** z = (c from x, r, u, c from a). */
    private static double[] gru(double[] z, double[] before) {
        double r = sigmoid(z[1]);
        double u = sigmoid(z[2]);
        double candidate = Math.tanh(z[0] + r * z[3]);
        return new double[] {u * before[0] + (1 - u) * candidate};
    }

    /** z = (u, f, c, o), state (a, c). */
    private static double[] lstm(double[] z, double[] before) {
        double c = sigmoid(z[1]) * before[1] + sigmoid(z[0]) * Math.tanh(z[2]);
        return new double[] {sigmoid(z[3]) * Math.tanh(c), c};
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
