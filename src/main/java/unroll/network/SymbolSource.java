package unroll.network;

import java.util.Arrays;
import unroll.matrix.Matrix;

/**
 * One-hot symbols: Wax·x<t> is a column of Wax, so it is gathered, and its gradient is a sum by symbol. Neither is a
 * product, which saves a seventh of the work of a step.
 */
final class SymbolSource implements Source {
    private final RecurrentLayer layer;
    private final Parameters weights;
    private final int columns;
    private final int inputRows;
    /** dWax by symbol; rows are sums that grow while the way back goes on. */
    private final float[][] dWax;

    private final float[] dzColumn;
    private int[] symbols = {};

    SymbolSource(RecurrentLayer layer, Parameters weights, int columns) {
        this.layer = layer;
        this.weights = weights;
        this.columns = columns;
        this.inputRows = layer.wax.rows();
        this.dWax = new float[layer.below][inputRows];
        this.dzColumn = new float[inputRows];
    }

    /** @param stepMajor T·B symbols, entry t·B + b for step t of column b */
    void read(int[] stepMajor) {
        this.symbols = stepMajor;
    }

    @Override
    public void prepare() {
        for (float[] row : dWax) {
            Arrays.fill(row, 0);
        }
    }

    @Override
    public void project(int t, float[][] slabs) {
        int hidden = layer.hidden;
        for (int b = 0; b < columns; b++) {
            int column = layer.wax.offset() + symbols[t * columns + b] * inputRows;
            for (int block = 0; block < slabs.length; block++) {
                System.arraycopy(weights.values(), column + block * hidden, slabs[block], b * hidden, hidden);
            }
        }
    }

    @Override
    public void gatherGradient(int t, float[] dzStep) {
        int height = layer.cell.blocks() * layer.hidden;
        for (int b = 0; b < columns; b++) {
            System.arraycopy(dzStep, b * height, dzColumn, 0, inputRows);
            Slabs.add(dzColumn, dWax[symbols[t * columns + b]]);
        }
    }

    @Override
    public void weightGradient(Matrix dz, Parameters gradient) {
        for (int symbol = 0; symbol < dWax.length; symbol++) {
            System.arraycopy(dWax[symbol], 0, gradient.values(), layer.wax.offset() + symbol * inputRows, inputRows);
        }
    }
}
