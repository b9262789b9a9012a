package unroll.network;

import unroll.matrix.Matrix;

/** The layer below: one product for the whole sequence on the way up, two on the way back. */
final class LayerSource implements Source {
    private final RecurrentLayer layer;
    private final Parameters weights;
    private final int columns;
    private final Matrix x;
    /** Wax·x of all steps, [inputBlocks·n_a × B·T]. */
    private final Matrix projected;
    /** ∂L/∂x, [n_x × B·T]. */
    private final Matrix dx;

    private final float[] projectedStep;

    /** @param x what the layer below gives, [n_x × B·T]; the same matrix for every pass */
    LayerSource(RecurrentLayer layer, Parameters weights, Matrix x, int columns) {
        this.layer = layer;
        this.weights = weights;
        this.columns = columns;
        this.x = x;
        this.projected = Matrix.zeros(layer.wax.rows(), x.columns());
        this.dx = Matrix.zeros(x.rows(), x.columns());
        this.projectedStep = new float[layer.wax.rows() * columns];
    }

    /** ∂L/∂x after the way back, [n_x × B·T]. */
    Matrix inputGradient() {
        return dx;
    }

    @Override
    public void prepare() {
        projected.setProduct(weights.matrix(layer.wax), x);
    }

    @Override
    public void project(int t, float[][] slabs) {
        projected.readColumns(t * columns, projectedStep);
        Slabs.split(projectedStep, layer.hidden, slabs);
    }

    @Override
    public void gatherGradient(int t, float[] dzStep) {
        // The whole sequence comes at once, in weightGradient.
    }

    @Override
    public void weightGradient(Matrix dz, Parameters gradient) {
        gradient.matrix(layer.wax).setProduct(dz, x.t());
        gradient.collect(layer.wax);
        dx.setProduct(weights.matrix(layer.wax).t(), dz);
    }
}
