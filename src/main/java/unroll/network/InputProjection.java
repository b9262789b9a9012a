package unroll.network;

import unroll.matrix.Matrix;

/**
 * Where one member's units of a layer get their input from, and what {@code Wax·x<t>} and its gradient cost there: symbols,
 * or the layer below.
 */
interface InputProjection {
    /** Takes over the weights as they are now, from the flat vector. */
    void loadWeights(float[] values);

    /** Called once before a walk through the steps: sets z to Wax·x where that is one product for all steps. */
    void project();

    /**
     * Called before step t: sets z<t> to Wax·x<t>, and to 0 where no input reaches, unless {@link #project()} has.
     *
     * @param z of this step and the member's units, [blocks·units × B]
     */
    void project(int t, Matrix z);

    /**
     * Hears ∂L/∂z<t> on the way back.
     *
     * @param dz of this step and the member's units, column after column
     */
    void gatherGradient(int t, float[] dz);

    /** Called once after the way back, when all members are there: sets dWax, and ∂L/∂x where that is wanted. */
    void weightGradient(Parameters gradient);
}
