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

    /** What is read in a chunk's steps, and for every worker's share of the units below ∂L/∂ of what they gave. */
    private record Columns(Matrix x, Matrix xTransposed, Matrix[] dx) {}

    private List<Columns> chunks = List.of();

    /**
     * @param below the states of the layer below
     * @param dropout between the two layers; 0 for none
     */
    DenseInput(LayerStates below, double dropout, Capacity capacity, WorkerGroup workers) {
        this.below = below;
        this.workers = workers;
        this.dropout = dropout > 0 ? new Dropout(dropout, below, capacity, workers) : null;
        this.shares = workers.shares(below.units());
    }

    /** From now on passes have these steps. */
    void resize(List<Chunk> next) {
        int steps = next.get(next.size() - 1).to();
        if (dropout != null) {
            dropout.resize(steps);
        }
        Matrix x = dropout == null ? below.output(steps) : dropout.output(steps);
        Matrix dx = below.outputGradient(steps);
        chunks = next.stream().map(chunk -> columns(chunk, x, dx)).toList();
    }

    private Columns columns(Chunk chunk, Matrix x, Matrix dx) {
        int from = chunk.from() * below.capacity().columns();
        int to = chunk.to() * below.capacity().columns();
        Matrix part = x.columns(from, to);
        Matrix[] shared = shares.stream()
                .map(share -> dx.columns(from, to).rows(share.from(), share.to()))
                .toArray(Matrix[]::new);
        return new Columns(part, part.t(), shared);
    }

    /** What is read in the steps of a chunk, [n_x × B·steps]. */
    Matrix x(Chunk chunk) {
        return chunks.get(chunk.index()).x;
    }

    /** Where ∂L/∂ of what a worker's share of the units below gave in the steps of a chunk is put; the directions that read it add up. */
    Matrix dx(int worker, Chunk chunk) {
        return chunks.get(chunk.index()).dx[worker];
    }

    /** Called by every worker before the layer's forward pass. */
    void forward(int worker, @Nullable UniformRandomProvider random) {
        if (dropout != null) {
            dropout.forward(worker, random);
            workers.await(worker);
        }
    }

    /** Called by every worker after the backward pass of all directions. */
    void backward(int worker) {
        if (dropout != null) {
            dropout.backward(worker);
        }
    }

    @Override
    public Projection projection(RecurrentLayer layer, Share units, GateMatrix gates) {
        return new Projection(layer, units, gates);
    }

    /** Wax for some hidden units: one product a chunk forward, and two back. */
    final class Projection implements LayerInput.Projection {
        private final WeightShard wax;
        private final WeightShard dWax;
        private final GateMatrix gates;
        /** For every worker, from z back to its share of the units below. */
        private final List<Matrix> transposed;

        Projection(RecurrentLayer layer, Share units, GateMatrix gates) {
            int inputBlocks = layer.cell.inputBlocks().size();
            this.wax = new WeightShard(layer.wax, inputBlocks, units);
            this.dWax = new WeightShard(layer.wax, inputBlocks, units);
            this.gates = gates;
            this.transposed = shares.stream()
                    .map(share -> wax.matrix.columns(share.from(), share.to()).t())
                    .toList();
        }

        @Override
        public void loadWeights(float[] values) {
            wax.load(values);
        }

        /** Z = Wax·X. */
        void project(Chunk chunk) {
            gates.inputZ(chunk).setProduct(wax.matrix, x(chunk));
            gates.clearUnreached(chunk);
        }

        /** dWax = dZ·Xᵀ of the first chunk, and for the others dWax = dWax + dZ·Xᵀ. */
        void addWeightGradient(Chunk chunk, boolean first) {
            dWax.matrix.product(gates.inputDz(chunk), chunks.get(chunk.index()).xTransposed, !first);
        }

        @Override
        public void storeGradient(Parameters gradient) {
            dWax.store(gradient.values());
        }

        /** dX = Waxᵀ·dZ for a worker's units below, or dX = dX + Waxᵀ·dZ. */
        void inputGradient(int worker, Chunk chunk, boolean adds) {
            dx(worker, chunk).product(transposed.get(worker), gates.inputDz(chunk), adds);
        }
    }
}
