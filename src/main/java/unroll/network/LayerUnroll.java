package unroll.network;

import java.util.Arrays;
import unroll.cell.Cell;
import unroll.cell.Cell.Step;
import unroll.matrix.Matrix;

/**
 * One layer unrolled over T steps of B columns: its walk forward, the tape that leaves, and the exact walk back
 * (docs/derivations/bptt.md).
 *
 * <p>Inside the loop over time there is one product a step, {@code Waa·a<t-1>} forward and {@code Waaᵀ·dz<t>} back.
 * Everything else is one product over the whole sequence, whose matrices hold the columns of step t at t·B: BLAS does
 * those two to four times as fast.
 */
final class LayerUnroll {
    private final RecurrentLayer layer;
    private final Parameters weights;
    private final Source source;
    private final int steps;
    private final int columns;

    /** a<0> … a<T>, where a<0> is the state carried in: [n_a × B·(T+1)]. */
    private final Matrix a;

    /** ∂L/∂z of all steps, [blocks·n_a × B·T]. */
    private final Matrix dz;
    /** The rows of it that the recurrent product feeds. */
    private final Matrix dzRecurrent;
    /** a<t-1> for step t. */
    private final Matrix[] aBefore;

    private final Matrix[] dzRecurrentSteps;
    private final Matrix recurrent;
    private final Matrix dRecurrent;

    private final Step[] tape;
    private final float[][] biasSlabs;
    private final float[][] inputSlabs;
    private final float[][] recurrentSlabs;
    private final float[] recurrentStep;

    private final float[][] dState;
    private final float[][] dzSlabs;
    private final float[][] dBiasSlabs;
    private final float[] dzStep;
    private final float[] dStep;

    LayerUnroll(RecurrentLayer layer, Parameters weights, Source source, int steps, int columns) {
        this.layer = layer;
        this.weights = weights;
        this.source = source;
        this.steps = steps;
        this.columns = columns;
        Cell cell = layer.cell;
        int slab = layer.hidden * columns;
        int blocks = cell.blocks();
        int recurrentRows = cell.recurrentBlocks().size() * layer.hidden;
        a = Matrix.zeros(layer.hidden, columns * (steps + 1));
        dz = Matrix.zeros(blocks * layer.hidden, columns * steps);
        dzRecurrent = dz.rows(cell.recurrentFrom() * layer.hidden, dz.rows());
        aBefore = steps(a);
        dzRecurrentSteps = steps(dzRecurrent);
        recurrent = Matrix.zeros(recurrentRows, columns);
        dRecurrent = Matrix.zeros(layer.hidden, columns);
        tape = tape(cell, steps, slab);
        biasSlabs = new float[blocks][slab];
        inputSlabs = new float[cell.inputBlocks().size()][];
        recurrentSlabs = new float[cell.recurrentBlocks().size()][slab];
        recurrentStep = new float[recurrentRows * columns];
        dState = new float[cell.stateSlabs()][slab];
        dzSlabs = new float[blocks][slab];
        dBiasSlabs = new float[blocks][slab];
        dzStep = new float[blocks * slab];
        dStep = new float[slab];
    }

    /** Steps that share their borders: the state after one is the state before the next. */
    private static Step[] tape(Cell cell, int steps, int slab) {
        Step[] tape = new Step[steps];
        float[][] before = new float[cell.stateSlabs()][slab];
        for (int t = 0; t < steps; t++) {
            float[][] after = new float[cell.stateSlabs()][slab];
            tape[t] = new Step(new float[cell.blocks()][slab], before, after, new float[cell.keptSlabs()][slab]);
            before = after;
        }
        return tape;
    }

    /** a<1> … a<T> side by side, [n_a × B·T]. */
    Matrix output() {
        return a.columns(columns, columns * (steps + 1));
    }

    /** @param state the layer's slabs before the first step; read only */
    void forward(float[][] state) {
        spreadBias();
        for (int slab = 0; slab < state.length; slab++) {
            System.arraycopy(state[slab], 0, tape[0].before()[slab], 0, state[slab].length);
        }
        a.writeColumns(0, state[0]);
        source.prepare();
        Matrix waa = weights.matrix(layer.waa);
        for (int t = 0; t < steps; t++) {
            recurrent.setProduct(waa, aBefore[t]);
            Step step = tape[t];
            preActivations(t, step.z());
            layer.cell.forward(step);
            a.writeColumns((t + 1) * columns, step.after()[0]);
        }
    }

    /** z<t> = Wax·x<t> + Waa·a<t-1> + ba, each product where the cell has a block for it. */
    private void preActivations(int t, float[][] z) {
        int inputBlocks = inputSlabs.length;
        System.arraycopy(z, 0, inputSlabs, 0, inputBlocks);
        source.project(t, inputSlabs);
        for (int block = inputBlocks; block < z.length; block++) {
            Arrays.fill(z[block], 0);
        }
        recurrent.read(recurrentStep);
        Slabs.split(recurrentStep, layer.hidden, recurrentSlabs);
        int from = layer.cell.recurrentFrom();
        for (int block = 0; block < recurrentSlabs.length; block++) {
            Slabs.add(recurrentSlabs[block], z[from + block]);
        }
        for (int block = 0; block < z.length; block++) {
            Slabs.add(biasSlabs[block], z[block]);
        }
    }

    /** Repeats the bias in every column, so that it is added like everything else. */
    private void spreadBias() {
        for (int block = 0; block < biasSlabs.length; block++) {
            int from = layer.ba.offset() + block * layer.hidden;
            for (int b = 0; b < columns; b++) {
                System.arraycopy(weights.values(), from, biasSlabs[block], b * layer.hidden, layer.hidden);
            }
        }
    }

    /** The slabs after the last step: the tape's own, good until the next forward pass. */
    float[][] finalState() {
        return tape[steps - 1].after();
    }

    /**
     * The way back.
     *
     * @param dOutput ∂L/∂ of {@link #output()}, as far as it comes from above; [n_a × B·T]
     * @param dFinal in: ∂L/∂ of the state after the last step, as far as it comes from later; out: ∂L/∂ of the state
     *     before the first
     * @param gradient this layer's tensors are set in it, on the heap
     */
    void backward(Matrix dOutput, float[][] dFinal, Parameters gradient) {
        copy(dFinal, dState);
        for (float[] slab : dBiasSlabs) {
            Arrays.fill(slab, 0);
        }
        Matrix waaT = weights.matrix(layer.waa).t();
        for (int t = steps - 1; t >= 0; t--) {
            dOutput.readColumns(t * columns, dStep);
            Slabs.add(dStep, dState[0]);
            layer.cell.backward(tape[t], dState, dzSlabs);
            gatherGradients(t);
            dRecurrent.setProduct(waaT, dzRecurrentSteps[t]);
            dRecurrent.read(dStep);
            Slabs.add(dStep, dState[0]);
        }
        copy(dState, dFinal);
        weightGradients(gradient);
    }

    private void gatherGradients(int t) {
        for (int block = 0; block < dzSlabs.length; block++) {
            Slabs.add(dzSlabs[block], dBiasSlabs[block]);
        }
        Slabs.join(dzSlabs, layer.hidden, dzStep);
        dz.writeColumns(t * columns, dzStep);
        source.gatherGradient(t, dzStep);
    }

    /** dWaa = Σ dz<t>·a<t-1>ᵀ, dWax = Σ dz<t>·x<t>ᵀ, dba = Σ dz<t>, each over all steps and columns. */
    private void weightGradients(Parameters gradient) {
        gradient.matrix(layer.waa)
                .setProduct(dzRecurrent, a.columns(0, columns * steps).t());
        gradient.collect(layer.waa);
        for (int block = 0; block < dBiasSlabs.length; block++) {
            sumColumns(dBiasSlabs[block], gradient.values(), layer.ba.offset() + block * layer.hidden);
        }
        source.weightGradient(dz.rows(0, inputSlabs.length * layer.hidden), gradient);
    }

    private void sumColumns(float[] slab, float[] into, int at) {
        for (int h = 0; h < layer.hidden; h++) {
            float sum = 0;
            for (int b = 0; b < columns; b++) {
                sum += slab[b * layer.hidden + h];
            }
            into[at + h] = sum;
        }
    }

    /** The steps of a sequence as views, made once: a view a product would be garbage a step. */
    private Matrix[] steps(Matrix sequence) {
        Matrix[] views = new Matrix[steps];
        for (int t = 0; t < steps; t++) {
            views[t] = sequence.columns(t * columns, (t + 1) * columns);
        }
        return views;
    }

    private static void copy(float[][] from, float[][] to) {
        for (int slab = 0; slab < to.length; slab++) {
            System.arraycopy(from[slab], 0, to[slab], 0, to[slab].length);
        }
    }
}
