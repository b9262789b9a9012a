package unroll.network;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup;
import unroll.matrix.WorkerGroup.Share;

/** The layer below as it is read above: what it gives, through dropout where there is any, and ∂L/∂ of it in the backward pass. */
final class DenseInput implements LayerInput {
    private final LayerStates below;
    private final @Nullable Dropout dropout;
    private final WorkerGroup workers;
    /** Of the units below, by worker. */
    private final List<Share> shares;

    private Matrix x;
    private Matrix xTransposed;
    private Matrix[] dx;

    /**
     * @param below the states of the layer below
     * @param dropout between the two layers; 0 for none
     */
    DenseInput(LayerStates below, double dropout, Capacity capacity, WorkerGroup workers) {
        this.below = below;
        this.workers = workers;
        this.dropout = dropout > 0 ? new Dropout(dropout, below, capacity, workers) : null;
        this.shares = workers.shares(below.units());
        this.x = output(capacity.steps());
        this.xTransposed = x.t();
        this.dx = gradients(capacity.steps());
    }

    private Matrix output(int steps) {
        return dropout == null ? below.output(steps) : dropout.output(steps);
    }

    private Matrix[] gradients(int steps) {
        Matrix all = below.outputGradient(steps);
        return shares.stream().map(share -> all.rows(share.from(), share.to())).toArray(Matrix[]::new);
    }

    /** What is read in all steps of a pass, [n_x × B·T]. */
    Matrix x() {
        return x;
    }

    /** From now on passes have so many steps. */
    void resize(int steps) {
        if (dropout != null) {
            dropout.resize(steps);
        }
        x = output(steps);
        xTransposed = x.t();
        dx = gradients(steps);
    }

    /** Called by every worker before the layer's forward pass. */
    void forward(int worker, @Nullable UniformRandomProvider random) {
        if (dropout != null) {
            dropout.forward(worker, random);
            workers.await(worker);
        }
    }

    /**
     * Called by every worker after the layer's backward pass: sets ∂L/∂ of what the layer below gives, for the worker's share
     * of its units, to which all units above contribute.
     *
     * @param readers all directions of the layer above
     */
    void backward(int worker, List<LayerKernel> readers) {
        for (int direction = 0; direction < readers.size(); direction++) {
            readers.get(direction).inputGradient(worker, dx[worker], direction > 0);
        }
        if (dropout != null) {
            dropout.backward(worker);
        }
    }

    @Override
    public Projection projection(RecurrentLayer layer, Share units, GateMatrix gates) {
        return new Projection(layer, units, gates);
    }

    /** Wax for some hidden units: one product over the whole sequence forward, and two back. */
    final class Projection implements LayerInput.Projection {
        private final WeightShard wax;
        private final WeightShard dWax;
        private final GateMatrix gates;
        /** For every worker, from z back to its share of the units below. */
        private final List<Matrix> transposed;
        /** The rows of z at all steps that no input reaches and that start at 0, or null where there are none. */
        private final @Nullable Matrix unreached;

        private final float[] zeros;

        Projection(RecurrentLayer layer, Share units, GateMatrix gates) {
            int inputBlocks = layer.cell.inputBlocks().size();
            this.wax = new WeightShard(layer.wax, inputBlocks, units);
            this.dWax = new WeightShard(layer.wax, inputBlocks, units);
            this.gates = gates;
            this.transposed = shares.stream()
                    .map(share -> wax.matrix.columns(share.from(), share.to()).t())
                    .toList();
            Matrix all = gates.pass();
            this.zeros = new float[(layer.cell.blocks() - inputBlocks) * units.count()];
            this.unreached = zeros.length > 0 ? all.rows(all.rows() - zeros.length, all.rows()) : null;
        }

        @Override
        public void loadWeights(float[] values) {
            wax.load(values);
        }

        /** Z = Wax·X. */
        void project() {
            Matrix z = gates.inputPass();
            z.setProduct(wax.matrix, x);
            if (unreached != null) {
                for (int column = 0; column < z.columns(); column++) {
                    unreached.writeColumn(column, zeros);
                }
            }
        }

        @Override
        public void weightGradient(Parameters gradient) {
            dWax.matrix.setProduct(gates.inputPass(), xTransposed);
            dWax.store(gradient.values());
        }

        /** dx = Waxᵀ·dZ for a worker's units below, or dx = dx + Waxᵀ·dZ. */
        void inputGradient(int worker, Matrix into, boolean adds) {
            if (adds) {
                into.addProduct(transposed.get(worker), gates.inputPass());
            } else {
                into.setProduct(transposed.get(worker), gates.inputPass());
            }
        }
    }
}
