package unroll.network;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.network.Parameters.Layout;
import unroll.network.Parameters.Tensor;

/**
 * A character network: layers of recurrent cells over one-hot symbols, and a softmax over the symbols at the top.
 *
 * <pre>
 * a[0]&lt;t&gt; = cell(Wax[0]·x&lt;t&gt;, Waa[0]·a[0]&lt;t-1&gt;)      x&lt;t&gt; one-hot: a column of Wax is gathered, nothing multiplied
 * a[l]&lt;t&gt; = cell(Wax[l]·a[l-1]&lt;t&gt;, Waa[l]·a[l]&lt;t-1&gt;)
 * ŷ&lt;t&gt;    = softmax(Wya·a[L-1]&lt;t&gt; + by)
 * </pre>
 *
 * <p>A network is its weights and nothing else: the hidden state is a {@link State} that goes in and out, and what a
 * forward pass leaves for the way back lies in an {@link Unroll}.
 */
public final class Network {
    private final NetworkSpec spec;
    private final Parameters parameters;
    final List<RecurrentLayer> layers;
    final Tensor wya;
    final Tensor by;

    private Network(NetworkSpec spec) {
        this.spec = spec;
        Layout layout = new Layout();
        layers = layOut(spec, layout);
        parameters = layout.allocate();
        wya = parameters.tensor("Wya");
        by = parameters.tensor("by");
    }

    /** Gives every tensor its place: the layers' from the lowest up, then the output's. */
    private static List<RecurrentLayer> layOut(NetworkSpec spec, Layout layout) {
        List<RecurrentLayer> built = new ArrayList<>();
        for (int l = 0; l < spec.layers(); l++) {
            int below = l == 0 ? spec.inputs() : spec.hidden();
            built.add(new RecurrentLayer(spec.kind(), l, below, spec.hidden(), layout));
        }
        layout.add("Wya", spec.outputs(), spec.hidden());
        layout.add("by", spec.outputs(), 1);
        return List.copyOf(built);
    }

    /** The tensors of a network of this shape, in the order of the flat vector; allocates no weights. */
    public static List<Tensor> tensors(NetworkSpec spec) {
        Layout layout = new Layout();
        layOut(spec, layout);
        return layout.tensors();
    }

    /** A new network with weights drawn uniformly from ±1/√n_a, and biases 0 except where the cell says otherwise. */
    public Network(NetworkSpec spec, UniformRandomProvider random) {
        this(spec);
        layers.forEach(layer -> layer.initialize(parameters, random));
        RecurrentLayer.uniform(parameters.values(), wya, spec.hidden(), random);
    }

    /**
     * A network with given weights.
     *
     * @param values the flat vector of {@link Parameters#values()}; copied
     */
    public Network(NetworkSpec spec, float[] values) {
        this(spec);
        if (values.length != parameters.values().length) {
            throw new IllegalArgumentException(
                    "This network has %,d weights; got %,d.".formatted(parameters.values().length, values.length));
        }
        System.arraycopy(values, 0, parameters.values(), 0, values.length);
    }

    public NetworkSpec spec() {
        return spec;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** An independent network with the same weights. */
    public Network copy() {
        return new Network(spec, parameters.values());
    }
}
