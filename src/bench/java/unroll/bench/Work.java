package unroll.bench;

import java.util.Locale;
import unroll.cell.Cell;
import unroll.cell.Cells;

/** A network and what is put through it in one step: the same on both sides of a comparison. */
record Work(String cell, int hidden, int layers, int batch, int window) {
    static final int VOCABULARY = 65;

    /** About three seconds on a core that multiplies at 100 GFLOP/s. */
    private static final double OPERATIONS_PER_MEASUREMENT = 3e11;

    /** What a layer costs at a moment of the window beside its products, as operations: it rules small networks. */
    private static final double OVERHEAD_OPERATIONS = 1e6;

    private static final int MIN_STEPS = 10;
    private static final int MAX_STEPS = 4000;

    /** The name in the table, for example {@code LSTM 2×128, batch 50, window 50}. */
    String label() {
        return String.format(Locale.ROOT, "%s, batch %d, window %d", network(), batch, window);
    }

    /** For example {@code LSTM 2×128}. */
    String network() {
        Cell kind = Cells.named(cell);
        return String.format(Locale.ROOT, "%s %d×%d", kind.title(), layers, hidden);
    }

    int charactersPerStep() {
        return batch * window;
    }

    /**
     * Operations (a multiplication or an addition is one) in the matrix products of one training step. With k blocks in
     * the cell, n hidden units and V symbols a character costs forward
     *
     * <pre>
     * 2·k·n²   recurrent product of every layer
     * 2·k·n²   input product of every layer but the lowest, whose one-hot input is gathered and not multiplied
     * 2·V·n    output layer
     * </pre>
     *
     * and in the backward pass the same again twice: once for the gradients of what was multiplied, once for the weights'.
     */
    double operations() {
        double n = hidden;
        double blockProduct = 2 * Cells.named(cell).recurrentBlocks().size() * n * n;
        double forward = layers * blockProduct + (layers - 1) * blockProduct + 2 * VOCABULARY * n;
        return 3 * forward * charactersPerStep();
    }

    /** Training steps that make a measurement of some seconds. */
    int steps() {
        double cost = operations() + OVERHEAD_OPERATIONS * layers * window;
        return (int) Math.max(MIN_STEPS, Math.min(MAX_STEPS, OPERATIONS_PER_MEASUREMENT / cost));
    }
}
