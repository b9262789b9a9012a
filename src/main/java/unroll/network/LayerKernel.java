package unroll.network;

import java.util.List;
import unroll.matrix.WorkerGroup;

/**
 * One direction of a layer over the steps of a pass: the recurrence forward, and exact backpropagation through time
 * (docs/derivations/bptt.md). Forward it reads its {@link LayerInput} and leaves a&lt;t&gt; of every step in its
 * {@link LayerStates}; backward it finds ∂L/∂a&lt;t&gt; there, as far as it comes from above.
 *
 * <p>All workers of the group call a method that is given a worker at the same time, each for its share of the units.
 */
interface LayerKernel {
    /** Makes the kernel of a layer. */
    interface Factory {
        /**
         * @param states the rows of this direction
         * @param padding where the passes have no symbol
         */
        LayerKernel of(
                RecurrentLayer layer, LayerInput input, LayerStates states, PaddingMask padding, WorkerGroup workers);
    }

    /** Takes the weights from the flat vector. */
    void loadWeights(int worker, float[] values);

    /** From now on passes have these steps. */
    void resize(List<Chunk> chunks);

    /** @param start the state before the first step, of all layers; read only */
    void forward(int worker, State start);

    /** Overwrites this layer's part of a state by the one after step t of the last forward pass. */
    void readState(int t, State into);

    /** Sets ∂L/∂a&lt;t&gt; of all steps to zero, where nobody above sets it. */
    void clearOutputGradient(int worker);

    /**
     * The backward pass; a dense input gets ∂L/∂x&lt;t&gt; of every step, added to what a direction before this one has set.
     *
     * @param gradient this layer's tensors are set in it
     * @param dState in: ∂L/∂ of the state after the last step, as far as it comes from later; out: ∂L/∂ of the state before
     *     the first; this layer's part of it
     * @param observed gets ∂L/∂ of the state after every step
     */
    void backward(int worker, Parameters gradient, State dState, StateGradients.Stack observed);
}
