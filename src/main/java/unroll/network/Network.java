package unroll.network;

import org.apache.commons.rng.UniformRandomProvider;

/** A character network. */
public final class Network {
    public Network(NetworkSpec spec, UniformRandomProvider random) {
        throw new UnsupportedOperationException();
    }

    public NetworkSpec spec() {
        throw new UnsupportedOperationException();
    }

    /** An independent network with the same weights. */
    public Network copy() {
        throw new UnsupportedOperationException();
    }
}
