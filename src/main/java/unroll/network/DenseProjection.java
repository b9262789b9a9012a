package unroll.network;

import org.jspecify.annotations.Nullable;
import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup.Share;

/** One member's units reading the layer below: one product for the whole sequence on the way up, two on the way back. */
final class DenseProjection implements InputProjection {
    private final WeightShard wax;
    private final WeightShard dWax;
    private final DenseInput below;
    /** z of the blocks that the input reaches, all steps there is room for: [inputBlocks·units × B·T]. */
    private final Matrix inputZ;
    /** z of the blocks that it does not reach, which start at 0; null where there is none. */
    private final @Nullable Matrix unreached;

    private final float[] zeroColumn;
    /** {@link #inputZ} of the steps of a pass. */
    private Matrix z;

    /** @param allZ pre-activations of the units, [blocks·units × B·T] */
    DenseProjection(RecurrentLayer layer, DenseInput below, Share units, Matrix allZ) {
        int inputBlocks = layer.cell.inputBlocks().size();
        this.wax = new WeightShard(layer.wax, inputBlocks, units);
        this.dWax = new WeightShard(layer.wax, inputBlocks, units);
        this.below = below;
        this.inputZ = allZ.rows(0, inputBlocks * units.count());
        this.unreached = inputZ.rows() < allZ.rows() ? allZ.rows(inputZ.rows(), allZ.rows()) : null;
        this.zeroColumn = new float[allZ.rows() - inputZ.rows()];
        this.z = inputZ;
    }

    void resize(int columns) {
        z = inputZ.columns(0, columns);
    }

    @Override
    public void loadWeights(float[] values) {
        wax.load(values);
    }

    @Override
    public void project() {
        if (unreached != null) {
            for (int column = 0; column < z.columns(); column++) {
                unreached.writeColumn(column, zeroColumn);
            }
        }
        z.setProduct(wax.matrix, below.x());
    }

    @Override
    public void project(int t, Matrix zStep) {
        // The whole sequence is there already.
    }

    @Override
    public void gatherGradient(int t, float[] dz) {
        // The whole sequence comes at once, in weightGradient.
    }

    @Override
    public void weightGradient(Parameters gradient) {
        dWax.matrix.setProduct(z, below.x().t());
        dWax.store(gradient.values());
    }

    /** ∂L/∂z of the blocks that the input reaches, after the way back. */
    Matrix dz() {
        return z;
    }

    /** From there to some units below. */
    Matrix transposedTo(Share unitsBelow) {
        return wax.matrix.columns(unitsBelow.from(), unitsBelow.to()).t();
    }
}
