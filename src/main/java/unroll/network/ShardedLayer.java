package unroll.network;

import java.util.List;
import java.util.stream.IntStream;
import unroll.matrix.WorkerGroup;

/**
 * The layer kernel of the engine: every worker has a {@link LayerShard}, some of the hidden units (docs/adr/0008).
 *
 * <p>Inside the loop over time there is one product a step, {@code Waa·a<t-1>} forward and {@code Waaᵀ·∂L/∂z<t>} back, with
 * weights that stay packed. Everything else is one product over a {@link Chunk} of steps, whose matrices hold the columns of its
 * steps side by side.
 */
final class ShardedLayer implements LayerKernel {
    private final List<LayerShard> shards;

    ShardedLayer(RecurrentLayer layer, LayerInput input, LayerStates states, PaddingMask padding, WorkerGroup workers) {
        shards = IntStream.range(0, workers.size())
                .mapToObj(worker -> new LayerShard(layer, input, states, padding, workers, worker))
                .toList();
        shards.forEach(shard -> shard.connect(shards));
    }

    @Override
    public void loadWeights(int worker, float[] values) {
        shards.get(worker).loadWeights(values);
    }

    @Override
    public void resize(List<Chunk> chunks) {
        shards.forEach(shard -> shard.resize(chunks));
    }

    @Override
    public void forward(int worker, State start) {
        shards.get(worker).forward(start);
    }

    @Override
    public void readState(int t, State into) {
        shards.forEach(shard -> shard.readState(t, into));
    }

    @Override
    public void clearOutputGradient(int worker) {
        shards.get(worker).clearOutputGradient();
    }

    @Override
    public void backward(int worker, Parameters gradient, State dState, StateGradients.Stack observed) {
        shards.get(worker).backward(gradient, dState, observed);
    }
}
