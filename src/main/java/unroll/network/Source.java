package unroll.network;

import unroll.matrix.Matrix;

/** Where a layer's input comes from, and what {@code Wax·x<t>} and its gradient cost there: symbols, or the layer below. */
interface Source {
    /** Called once before a forward pass walks through the steps. */
    void prepare();

    /** Sets {@code slabs} to Wax·x<t>, one slab [n_a × B] for each input block. */
    void project(int t, float[][] slabs);

    /** Hears ∂L/∂z<t>, column after column with all the cell's blocks, on the way back. */
    void gatherGradient(int t, float[] dzStep);

    /**
     * Called once after the way back: sets dWax, and ∂L/∂x where that is wanted.
     *
     * @param dz ∂L/∂z of the input blocks over the whole sequence
     */
    void weightGradient(Matrix dz, Parameters gradient);
}
