package unroll.oracle;

/**
 * The mathematics of a cell for one unit of one example, in doubles. A cell is pointwise, so one unit is all there is to
 * say. The blocks of z have the order of {@link unroll.cell.Cell}; the counts are written down again here, so that a
 * slip there does not go unseen.
 */
public interface OracleCell {
    /** As {@link unroll.cell.Cell#name()}. */
    String name();

    int blocks();

    /** How many blocks of z, from the first on, the input product feeds. */
    int inputBlocks();

    /** How many blocks of z, up to the last, the recurrent product feeds. */
    int recurrentBlocks();

    int stateBuffers();

    /**
     * One step.
     *
     * @param z pre-activations, [blocks]; left alone
     * @param before state before the step, [stateBuffers]
     * @return state after the step, [stateBuffers]
     */
    double[] forward(double[] z, double[] before);

    /**
     * The backward pass through one step.
     *
     * @param z pre-activations, [blocks]
     * @param before state before the step, [stateBuffers]
     * @param dAfter ∂L/∂ the state after the step, [stateBuffers]
     */
    Back backward(double[] z, double[] before, double[] dAfter);

    /** How far z is from a place where the derivative jumps; differences and rounding must not reach across it. */
    default double distanceToKink(double[] z) {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * @param dz ∂L/∂z, [blocks]
     * @param dBefore ∂L/∂ the state before the step, the flow through z left out; [stateBuffers]
     */
    record Back(double[] dz, double[] dBefore) {}
}
