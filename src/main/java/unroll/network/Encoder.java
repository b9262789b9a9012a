package unroll.network;

import unroll.matrix.WorkerGroup;

/** Reads sources with a network's encoder, one symbol at a time: what a decoder that writes step by step starts from. */
public final class Encoder {
    private final Network network;
    private final LayerStack layers;
    private final int[] input = new int[1];

    /** @param network with an encoder; read, never changed; must not be trained meanwhile (see {@link Network#copy()}) */
    public Encoder(Network network) {
        NetworkSpec.require(network.spec().hasEncoder(), "This network has no encoder: %s.", network.spec());
        this.network = network;
        layers = new LayerStack(network, network.encoder, new Capacity(1, 1), WorkerGroup.ofOne());
        layers.loadWeights(0, network.parameters().values());
    }

    /**
     * Reads a source of any length from the zero state.
     *
     * @param source symbols, indices of those the encoder reads
     * @return the state after the last one, for one column
     */
    public State read(int[] source) {
        State state = State.zero(network.spec(), 1);
        for (int symbol : source) {
            input[0] = symbol;
            layers.read(input, state);
            layers.forward(0, state, null);
            layers.readFinalState(state);
        }
        return state;
    }
}
