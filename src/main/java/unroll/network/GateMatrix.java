package unroll.network;

import unroll.cell.Cell;
import unroll.matrix.Matrix;

/**
 * The blocks of z of some hidden units at every step: [blocks·units × B·T], the units of one block above those of the next.
 * In a forward pass it holds the pre-activations z&lt;t&gt;, where the input's and the recurrent product add up; in the backward
 * pass, from the last step down, ∂L/∂z&lt;t&gt; takes their place.
 */
final class GateMatrix {
    private final Matrix all;
    private final Matrix ones;
    private final Matrix[] steps;
    /** The rows that the recurrent product feeds, step by step. */
    private final Matrix[] recurrentSteps;

    private final int columns;
    private final int units;
    private final int inputRows;
    private final int recurrentFrom;
    // The same of the steps of a pass.
    private Matrix pass;
    private Matrix recurrentPass;
    private Matrix inputPass;
    private Matrix onesPass;

    GateMatrix(Cell cell, int units, Capacity capacity) {
        this.units = units;
        this.columns = capacity.columns();
        all = Matrix.zeros(cell.blocks() * units, Math.multiplyExact(columns, capacity.steps()));
        inputRows = cell.inputBlocks().size() * units;
        recurrentFrom = cell.recurrentFrom() * units;
        steps = LayerStates.steps(all, columns);
        ones = Matrix.ones(all.columns());
        onesPass = ones;
        pass = all;
        recurrentPass = all.rows(recurrentFrom, all.rows());
        inputPass = all.rows(0, inputRows);
        recurrentSteps = LayerStates.steps(recurrentPass, columns);
    }

    /** All blocks at step t. */
    Matrix step(int t) {
        return steps[t];
    }

    /** The blocks at step t that the recurrent product feeds. */
    Matrix recurrentStep(int t) {
        return recurrentSteps[t];
    }

    /** From now on passes have so many steps. */
    void resize(int count) {
        pass = all.columns(0, count * columns);
        recurrentPass = pass.rows(recurrentFrom, all.rows());
        inputPass = pass.rows(0, inputRows);
        onesPass = ones.rows(0, pass.columns());
    }

    /** A column of as many ones as a pass has columns: a product with it is the sum of them. */
    Matrix ones() {
        return onesPass;
    }

    /** All blocks of all steps of a pass. */
    Matrix pass() {
        return pass;
    }

    /** The blocks of all steps that the recurrent product feeds. */
    Matrix recurrentPass() {
        return recurrentPass;
    }

    /** The blocks of all steps that the input product feeds. */
    Matrix inputPass() {
        return inputPass;
    }

    /** Copies the blocks of step t, each into a buffer of its own, [units × B]. */
    void read(int t, float[][] buffers) {
        for (int block = 0; block < buffers.length; block++) {
            steps[t].readRows(block * units, buffers[block]);
        }
    }

    /** Copies buffers over the blocks of step t. */
    void write(int t, float[][] buffers) {
        for (int block = 0; block < buffers.length; block++) {
            steps[t].writeRows(block * units, buffers[block]);
        }
    }
}
