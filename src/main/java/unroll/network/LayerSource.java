package unroll.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Matrix;
import unroll.matrix.Team.Share;

/**
 * The layer below: one product for the whole sequence on the way up, two on the way back. Each member sets ∂L/∂x for its own
 * units below, to which all members' units above contribute.
 */
final class LayerSource implements Source {
    private final Rows wax;
    private final Rows dWax;
    private final Matrix x;
    /** ∂L/∂ of the units below. */
    private final Matrix dx;

    private final Share unitsBelow;
    /** z of the blocks that the input reaches, all steps: [inputBlocks·units × B·T]. */
    private final Matrix z;
    /** z of the blocks that it does not reach, which start at 0; null where there is none. */
    private final @Nullable Matrix unreached;

    private final float[] zeroColumn;
    /** All members' sources, this one among them. */
    private final List<LayerSource> members;

    /**
     * @param below what the layer below gives and is given back
     * @param units the member's units here
     * @param unitsBelow and there
     * @param allZ their pre-activations, [blocks·units × B·T]
     * @param members where all members' sources are, in order; this one adds itself
     */
    LayerSource(
            RecurrentLayer layer, Below below, Share units, Share unitsBelow, Matrix allZ, List<LayerSource> members) {
        int inputBlocks = layer.cell.inputBlocks().size();
        this.wax = new Rows(layer.wax, inputBlocks, units);
        this.dWax = new Rows(layer.wax, inputBlocks, units);
        this.x = below.x();
        this.unitsBelow = unitsBelow;
        this.dx = below.dx().rows(unitsBelow.from(), unitsBelow.to());
        this.z = allZ.rows(0, inputBlocks * units.count());
        this.unreached = z.rows() < allZ.rows() ? allZ.rows(z.rows(), allZ.rows()) : null;
        this.zeroColumn = new float[allZ.rows() - z.rows()];
        this.members = members;
        members.add(this);
    }

    /**
     * The layer below, seen from above.
     *
     * @param x its output, [n_x × B·T]
     * @param dx ∂L/∂x, [n_x × B·T]
     */
    record Below(Matrix x, Matrix dx) {}

    @Override
    public void loadWeights(float[] values) {
        wax.load(values);
    }

    @Override
    public void project() {
        if (unreached != null) {
            for (int column = 0; column < unreached.columns(); column++) {
                unreached.writeColumn(column, zeroColumn);
            }
        }
        z.setProduct(wax.matrix, x);
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
        dWax.matrix.setProduct(z, x.t());
        dWax.store(gradient.values());
        LayerSource first = members.get(0);
        dx.setProduct(first.transposedTo(unitsBelow), first.z);
        for (LayerSource other : members.subList(1, members.size())) {
            dx.addProduct(other.transposedTo(unitsBelow), other.z);
        }
    }

    private Matrix transposedTo(Share unitsBelow) {
        return wax.matrix.columns(unitsBelow.from(), unitsBelow.to()).t();
    }
}
