package unroll.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup.Share;

/** What a layer reads, for all its directions and members: symbols, or the layer below. */
interface LayerInput {
    /**
     * Where a member's units of one direction get it from.
     *
     * @param z their pre-activations of all steps, [blocks·units × B·T]
     */
    InputProjection source(RecurrentLayer layer, Share units, Matrix z);

    /** From now on passes have so many steps. */
    void resize(int steps);

    /** Called by every member before its walks through the steps. */
    void forward(int member, @Nullable UniformRandomProvider random);

    /** Called by every member after all its walks back. */
    void backward(int member);
}
