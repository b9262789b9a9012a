package unroll.network;

import java.util.Arrays;
import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup.Share;
import unroll.network.Parameters.Tensor;

/**
 * One-hot symbols: Wax·x<t> is a column of Wax, so it is gathered, and its gradient is a sum by symbol. Neither is a
 * product, which saves a seventh of the work of a step.
 */
final class OneHotProjection implements InputProjection {
    private final Tensor wax;
    private final float[] weights;
    private final Share units;
    private final int hidden;
    private final int inputBlocks;
    /** The symbols of this pass, step-major: entry t·B + b for step t of column b; shared by all members. */
    private final int[] symbols;

    /** z<t>, column after column; the rows of blocks that no input reaches stay 0. */
    private final float[] z;
    /** Rows of z a column: units times all blocks of the cell. */
    private final int height;
    /** dWax by symbol: sums that grow while the way back goes on, and begin at 0. */
    private final float[][] dWax;

    private final float[] dzColumn;

    OneHotProjection(RecurrentLayer layer, Parameters weights, Share units, int[] symbols, int columns) {
        this.wax = layer.wax;
        this.weights = weights.values();
        this.units = units;
        this.hidden = layer.hidden;
        this.inputBlocks = layer.cell.inputBlocks().size();
        this.symbols = symbols;
        this.height = layer.cell.blocks() * units.count();
        this.z = new float[height * columns];
        this.dzColumn = new float[inputBlocks * units.count()];
        this.dWax = new float[wax.columns()][dzColumn.length];
    }

    @Override
    public void loadWeights(float[] values) {
        // They are gathered from the flat vector itself.
    }

    @Override
    public void project() {
        // A symbol is looked up when its step comes.
    }

    @Override
    public void project(int t, Matrix zStep) {
        int columns = zStep.columns();
        for (int b = 0; b < columns; b++) {
            int column = column(symbols[t * columns + b]);
            for (int block = 0; block < inputBlocks; block++) {
                System.arraycopy(
                        weights, column + block * hidden, z, b * height + block * units.count(), units.count());
            }
        }
        zStep.write(z);
    }

    /** Where the units' part of a symbol's column begins in the flat vector. */
    private int column(int symbol) {
        return wax.offset() + symbol * wax.rows() + units.from();
    }

    @Override
    public void gatherGradient(int t, float[] dz) {
        int columns = dz.length / height;
        for (int b = 0; b < columns; b++) {
            System.arraycopy(dz, b * height, dzColumn, 0, dzColumn.length);
            GateBuffers.add(dzColumn, dWax[symbols[t * columns + b]]);
        }
    }

    @Override
    public void weightGradient(Parameters gradient) {
        for (int symbol = 0; symbol < dWax.length; symbol++) {
            for (int block = 0; block < inputBlocks; block++) {
                System.arraycopy(
                        dWax[symbol],
                        block * units.count(),
                        gradient.values(),
                        column(symbol) + block * hidden,
                        units.count());
            }
            Arrays.fill(dWax[symbol], 0);
        }
    }
}
