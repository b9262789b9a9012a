package unroll.network;

import java.util.Arrays;
import unroll.cell.Cell;
import unroll.cell.Cell.Step;
import unroll.matrix.Activations;
import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup;
import unroll.matrix.WorkerGroup.Share;
import unroll.network.Parameters.ParameterTensor;

/**
 * The layer kernel as docs/derivations/bptt.md has it, by one worker, one step after the other: no packed weights, no products
 * over a sequence, no gathering of one-hot columns. A witness for {@link ShardedLayer}.
 */
final class PlainLayer implements LayerKernel {
    private final RecurrentLayer layer;
    private final LayerInput input;
    private final LayerStates states;
    private final PaddingMask padding;
    private final int columns;
    private final int hidden;
    private final Share units;
    private final Tape tape;
    /** ∂L/∂z of every step, [blocks·n_a × B]. */
    private final float[][] dz;

    private float[] weights = {};
    private int steps;

    PlainLayer(RecurrentLayer layer, LayerInput input, LayerStates states, PaddingMask padding, WorkerGroup workers) {
        this.layer = layer;
        this.input = input;
        this.states = states;
        this.padding = padding;
        columns = states.capacity().columns();
        hidden = layer.hidden;
        units = workers.share(hidden, 0);
        tape = new Tape(layer, units, states.capacity());
        steps = states.capacity().steps();
        dz = new float[steps][layer.cell.blocks() * hidden * columns];
    }

    @Override
    public void loadWeights(int worker, float[] values) {
        weights = values;
    }

    @Override
    public void resize(int next) {
        steps = next;
    }

    @Override
    public void forward(int worker, State start) {
        int first = direction().first(steps);
        tape.begin(first, start);
        states.step(direction().before(first)).write(tape.step(first).before()[0]);
        for (int t = first; t >= 0 && t < steps; t = direction().next(t)) {
            Step step = tape.step(t);
            float[] z = new float[dz[t].length];
            addProduct(layer.wax, 0, x(t), z);
            addProduct(layer.waa, layer.cell.recurrentFrom(), step.before()[0], z);
            for (int i = 0; i < z.length; i++) {
                z[i] += weights[layer.ba.offset() + i % layer.ba.rows()];
            }
            split(z, step.z());
            layer.cell.forward(step);
            padding.clear(t, step.after());
            states.step(t).write(step.after()[0]);
        }
    }

    private Direction direction() {
        return layer.direction;
    }

    /** x&lt;t&gt;, [n_x × B]. */
    private float[] x(int t) {
        float[] x = new float[layer.below * columns];
        if (input instanceof OneHotInput symbols) {
            for (int b = 0; b < columns; b++) {
                x[b * layer.below + symbols.symbol(t, b)] = 1;
            }
        } else if (input instanceof DenseInput below) {
            below.x().columns(t * columns, (t + 1) * columns).read(x);
        }
        return x;
    }

    /** z = z + W·x, where the first row of W is that of a block of z. */
    private void addProduct(ParameterTensor w, int block, float[] x, float[] z) {
        int height = z.length / columns;
        for (int b = 0; b < columns; b++) {
            for (int j = 0; j < w.columns(); j++) {
                for (int i = 0; i < w.rows(); i++) {
                    z[b * height + block * hidden + i] +=
                            weights[w.offset() + j * w.rows() + i] * x[b * w.columns() + j];
                }
            }
        }
    }

    private void split(float[] z, float[][] blocks) {
        for (int i = 0; i < z.length; i++) {
            int row = i % (blocks.length * hidden);
            int b = i / (blocks.length * hidden);
            blocks[row / hidden][b * hidden + row % hidden] = z[i];
        }
    }

    @Override
    public void readState(int t, State into) {
        tape.readState(t, into);
    }

    @Override
    public void clearOutputGradient(int worker) {
        for (int t = 0; t < steps; t++) {
            states.gradientStep(t).write(new float[hidden * columns]);
        }
    }

    @Override
    public void backward(int worker, Parameters gradient, State dLayer, StateGradients.Stack observed) {
        Cell cell = layer.cell;
        float[][] dState = new float[cell.stateBuffers()][hidden * columns];
        dLayer.readRows(layer.slot, units, dState);
        for (ParameterTensor tensor : new ParameterTensor[] {layer.wax, layer.waa, layer.ba}) {
            Arrays.fill(gradient.values(), tensor.offset(), tensor.offset() + tensor.size(), 0);
        }
        for (int t = direction().last(steps);
                t >= 0 && t < steps;
                t = direction().before(t)) {
            Step step = tape.step(t);
            float[] daAbove = new float[hidden * columns];
            states.gradientStep(t).read(daAbove);
            Activations.add(daAbove, dState[0]);
            observed.put(t, layer.slot, units, dState);
            padding.clear(t, dState);
            float[][] dBlocks = new float[cell.blocks()][hidden * columns];
            cell.backward(step, dState, dBlocks);
            join(dBlocks, dz[t]);
            addTransposedProduct(layer.waa, cell.recurrentFrom(), dz[t], dState[0]);
            addOuterProduct(layer.wax, 0, dz[t], x(t), gradient.values());
            addOuterProduct(layer.waa, cell.recurrentFrom(), dz[t], step.before()[0], gradient.values());
            for (int i = 0; i < dz[t].length; i++) {
                gradient.values()[layer.ba.offset() + i % layer.ba.rows()] += dz[t][i];
            }
        }
        dLayer.writeRows(layer.slot, units, dState);
    }

    private void join(float[][] blocks, float[] z) {
        for (int i = 0; i < z.length; i++) {
            int row = i % (blocks.length * hidden);
            int b = i / (blocks.length * hidden);
            z[i] = blocks[row / hidden][b * hidden + row % hidden];
        }
    }

    /** dx = dx + Wᵀ·dz. */
    private void addTransposedProduct(ParameterTensor w, int block, float[] dzStep, float[] dx) {
        int height = dzStep.length / columns;
        for (int b = 0; b < columns; b++) {
            for (int j = 0; j < w.columns(); j++) {
                for (int i = 0; i < w.rows(); i++) {
                    dx[b * w.columns() + j] +=
                            weights[w.offset() + j * w.rows() + i] * dzStep[b * height + block * hidden + i];
                }
            }
        }
    }

    /** dW = dW + dz·xᵀ. */
    private void addOuterProduct(ParameterTensor w, int block, float[] dzStep, float[] x, float[] dw) {
        int height = dzStep.length / columns;
        for (int b = 0; b < columns; b++) {
            for (int j = 0; j < w.columns(); j++) {
                for (int i = 0; i < w.rows(); i++) {
                    dw[w.offset() + j * w.rows() + i] +=
                            dzStep[b * height + block * hidden + i] * x[b * w.columns() + j];
                }
            }
        }
    }

    @Override
    public void inputGradient(int worker, Matrix dx, boolean adds) {
        float[] values = new float[dx.rows() * columns];
        for (int t = 0; t < steps; t++) {
            Matrix step = dx.columns(t * columns, (t + 1) * columns);
            step.read(values);
            if (!adds) {
                Arrays.fill(values, 0);
            }
            addTransposedProduct(layer.wax, 0, dz[t], values);
            step.write(values);
        }
    }
}
