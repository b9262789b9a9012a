package unroll.network;

import java.util.Arrays;
import java.util.List;
import unroll.cell.Cell;
import unroll.matrix.Matrix;

/**
 * The blocks of z of some hidden units at every step of a chunk: [blocks·units × B·steps], the units of one block above those of the
 * next. In a forward pass it holds the pre-activations z&lt;t&gt;, where the input's and the recurrent product add up; in the
 * backward pass ∂L/∂z&lt;t&gt; takes their place. The chunks of a pass use the same memory one after the other.
 */
final class GateMatrix {
    private final Matrix all;
    private final Matrix ones;
    /** Of every step of a pass; steps of different chunks have the same. */
    private final Matrix[] steps;
    /** The rows that the recurrent product feeds, step by step. */
    private final Matrix[] recurrentSteps;

    private final int columns;
    private final int units;
    private final int inputRows;
    private final int recurrentFrom;
    /** A step of the rows that no input reaches; empty where there are none. */
    private final float[] zeros;

    private List<Views> chunks = List.of();

    /** All rows of a chunk, those that the input product and those that the recurrent product feeds, and a one for each column. */
    private record Views(Matrix all, Matrix input, Matrix recurrent, Matrix ones) {}

    /** @param chunk most steps of a chunk */
    GateMatrix(Cell cell, int units, int chunk, Capacity capacity) {
        this.units = units;
        this.columns = capacity.columns();
        all = Matrix.zeros(cell.blocks() * units, Math.multiplyExact(columns, chunk));
        inputRows = cell.inputBlocks().size() * units;
        recurrentFrom = cell.recurrentFrom() * units;
        steps = steps(all, capacity.steps());
        recurrentSteps = steps(all.rows(recurrentFrom, all.rows()), capacity.steps());
        zeros = new float[(all.rows() - inputRows) * columns];
        ones = Matrix.ones(all.columns());
    }

    private Matrix[] steps(Matrix rows, int count) {
        Matrix[] ofChunk = LayerStates.steps(rows, columns);
        Matrix[] ofPass = new Matrix[count];
        Arrays.setAll(ofPass, t -> ofChunk[t % ofChunk.length]);
        return ofPass;
    }

    /** The chunks of the next passes. */
    void resize(List<Chunk> next) {
        chunks = next.stream().map(chunk -> views(chunk.steps() * columns)).toList();
    }

    private Views views(int count) {
        Matrix part = all.columns(0, count);
        return new Views(part, part.rows(0, inputRows), part.rows(recurrentFrom, all.rows()), ones.rows(0, count));
    }

    /** z&lt;t&gt;. */
    Matrix z(int t) {
        return steps[t];
    }

    /** The blocks of z&lt;t&gt; that the recurrent product feeds. */
    Matrix recurrentZ(int t) {
        return recurrentSteps[t];
    }

    /** The blocks of z of a chunk's steps that the input product feeds. */
    Matrix inputZ(Chunk chunk) {
        return chunks.get(chunk.index()).input;
    }

    /** Sets the rows of z that no input reaches to zero, where the recurrent product is added. */
    void clearUnreached(Chunk chunk) {
        for (int t = chunk.from(); t < chunk.to() && zeros.length > 0; t++) {
            z(t).writeRows(inputRows, zeros);
        }
    }

    /** ∂L/∂z&lt;t&gt;, in the place of z&lt;t&gt;. */
    Matrix dz(int t) {
        return z(t);
    }

    /** The same, of the blocks that the recurrent product feeds. */
    Matrix recurrentDz(int t) {
        return recurrentZ(t);
    }

    /** ∂L/∂z of a chunk's steps, in the place of z. */
    Matrix dz(Chunk chunk) {
        return chunks.get(chunk.index()).all;
    }

    /** The same, of the blocks that the recurrent product feeds. */
    Matrix recurrentDz(Chunk chunk) {
        return chunks.get(chunk.index()).recurrent;
    }

    /** The same, of the blocks that the input product feeds. */
    Matrix inputDz(Chunk chunk) {
        return inputZ(chunk);
    }

    /** A column of as many ones as a chunk has columns: a product with it is the sum of them. */
    Matrix ones(Chunk chunk) {
        return chunks.get(chunk.index()).ones;
    }

    /** Copies the blocks of z&lt;t&gt;, each into a buffer of its own, [units × B]. */
    void readZ(int t, float[][] buffers) {
        for (int block = 0; block < buffers.length; block++) {
            z(t).readRows(block * units, buffers[block]);
        }
    }

    /** Copies buffers over the blocks of ∂L/∂z&lt;t&gt;. */
    void writeDz(int t, float[][] buffers) {
        for (int block = 0; block < buffers.length; block++) {
            dz(t).writeRows(block * units, buffers[block]);
        }
    }
}
