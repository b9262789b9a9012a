package unroll.network;

import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup.Share;
import unroll.network.Parameters.ParameterTensor;

/**
 * The rows of a tensor that belong to some hidden units, off the heap where products work on them: from each of the
 * tensor's blocks the units' rows, one block's above the other's. [blocks·units × columns]
 */
final class WeightShard {
    private final ParameterTensor tensor;
    private final int blocks;
    private final Share units;
    private final float[] column;
    final Matrix matrix;

    /** @param blocks that the tensor's rows consist of, each one row a hidden unit */
    WeightShard(ParameterTensor tensor, int blocks, Share units) {
        this.tensor = tensor;
        this.blocks = blocks;
        this.units = units;
        this.column = new float[blocks * units.count()];
        this.matrix = Matrix.zeros(column.length, tensor.columns());
    }

    /** Takes them from the flat vector. */
    void load(float[] values) {
        if (isWhole()) {
            matrix.write(values, tensor.offset());
            return;
        }
        for (int c = 0; c < tensor.columns(); c++) {
            for (int block = 0; block < blocks; block++) {
                System.arraycopy(values, at(c, block), column, block * units.count(), units.count());
            }
            matrix.writeColumn(c, column);
        }
    }

    /** Puts them into the flat vector. */
    void store(float[] values) {
        if (isWhole()) {
            matrix.read(values, tensor.offset());
            return;
        }
        for (int c = 0; c < tensor.columns(); c++) {
            matrix.readColumn(c, column);
            for (int block = 0; block < blocks; block++) {
                System.arraycopy(column, block * units.count(), values, at(c, block), units.count());
            }
        }
    }

    /** Copies the rows of each block of a single column into a buffer, once for every column of that. */
    void repeat(float[][] buffers) {
        matrix.readColumn(0, column);
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < buffers[block].length; i += units.count()) {
                System.arraycopy(column, block * units.count(), buffers[block], i, units.count());
            }
        }
    }

    /**
     * Whether one worker has all units, whose rows then lie as in the tensor: one copy instead of one a column, 2 to 4 % of a step
     * with a batch of one.
     */
    private boolean isWhole() {
        return column.length == tensor.rows();
    }

    private int at(int column, int block) {
        return tensor.offset() + column * tensor.rows() + block * (tensor.rows() / blocks) + units.from();
    }
}
