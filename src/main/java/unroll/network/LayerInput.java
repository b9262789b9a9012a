package unroll.network;

import unroll.matrix.WorkerGroup.Share;

/** What a layer reads, for all its directions and workers. */
sealed interface LayerInput permits OneHotInput, DenseInput {
    /**
     * Wax of some hidden units of a layer that reads this.
     *
     * @param gates of these units, where Wax·x&lt;t&gt; is put, and ∂L/∂z&lt;t&gt; is found afterwards
     */
    Projection projection(RecurrentLayer layer, Share units, GateMatrix gates);

    /** Wax of some hidden units, and its gradient. */
    sealed interface Projection permits OneHotInput.Projection, DenseInput.Projection {
        /** Takes the weights from the flat vector. */
        void loadWeights(float[] values);

        /** After the backward pass: dWax = Σ dz&lt;t&gt;·x&lt;t&gt;ᵀ. */
        void storeGradient(Parameters gradient);
    }
}
