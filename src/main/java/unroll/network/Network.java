package unroll.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.network.Parameters.ParameterLayout;
import unroll.network.Parameters.ParameterTensor;

/**
 * A character network: layers of recurrent cells over one-hot symbols, and a softmax over the symbols at the top.
 *
 * <pre>
 * a[0]&lt;t&gt; = cell(Wax[0]·x&lt;t&gt;, Waa[0]·a[0]&lt;t-1&gt;)      x&lt;t&gt; one-hot: a column of Wax is gathered, nothing multiplied
 * a[l]&lt;t&gt; = cell(Wax[l]·a[l-1]&lt;t&gt;, Waa[l]·a[l]&lt;t-1&gt;)
 * ŷ&lt;t&gt;    = softmax(Wya·a[L-1]&lt;t&gt; + by)
 * </pre>
 *
 * <p>Where layers are bidirectional, a[l]&lt;t&gt; is what its forward and its backward walk have at step t, one above the other.
 * Where there is an encoder, layers of its own read a source, and these begin with the state they end with.
 *
 * <p>A network is its weights and nothing else: the hidden state is a {@link State} that goes in and out, and what a
 * forward pass leaves for the backward pass lies in an {@link Unroll}.
 */
public final class Network {
    private static final int DEFAULT_STEPS = 50;

    private final NetworkSpec spec;
    private final Parameters parameters;
    /** What reads the source; empty where there is no encoder. */
    final List<RecurrentLayer> encoder;
    /** From the lowest up, all directions of one before the next. */
    final List<RecurrentLayer> layers;

    final ParameterTensor wya;
    final ParameterTensor by;

    private Network(NetworkSpec spec) {
        this.spec = spec;
        Plan plan = new Plan(spec);
        encoder = plan.encoder;
        layers = plan.layers;
        parameters = plan.layout.allocate();
        wya = parameters.tensor("Wya");
        by = parameters.tensor("by");
    }

    /** Gives every tensor its place: the encoder's, the layers' from the lowest up, then the output's. */
    private static final class Plan {
        final ParameterLayout layout = new ParameterLayout();
        final List<RecurrentLayer> encoder;
        final List<RecurrentLayer> layers;

        Plan(NetworkSpec spec) {
            encoder = spec.hasEncoder()
                    ? layers("encoder.", spec, spec.vocabularies().source())
                    : List.of();
            layers = layers("", spec, spec.inputs());
            layout.add("Wya", spec.outputs(), spec.width());
            layout.add("by", spec.outputs(), 1);
        }

        private List<RecurrentLayer> layers(String prefix, NetworkSpec spec, int symbols) {
            List<RecurrentLayer> built = new ArrayList<>();
            for (int l = 0; l < spec.layers(); l++) {
                for (Direction direction : spec.directions().each()) {
                    built.add(new RecurrentLayer(
                            spec, direction, prefix + "layer" + l + ".", built.size(), l == 0 ? symbols : 0, layout));
                }
            }
            return List.copyOf(built);
        }
    }

    /** The tensors of a network of this shape, in the order of the flat vector; allocates no weights. */
    public static List<ParameterTensor> tensors(NetworkSpec spec) {
        return new Plan(spec).layout.tensors();
    }

    /** A new network for passes of {@value #DEFAULT_STEPS} steps, see {@link #Network(NetworkSpec, int, UniformRandomProvider)}. */
    public Network(NetworkSpec spec, UniformRandomProvider random) {
        this(spec, DEFAULT_STEPS, random);
    }

    /**
     * A new network with weights drawn as its spec says.
     *
     * @param steps T, the steps of a pass, at least 1; {@link Initialization#CHRONO} sets memories up to it
     */
    public Network(NetworkSpec spec, int steps, UniformRandomProvider random) {
        this(spec);
        WeightFiller weights = new WeightFiller(parameters.values(), random);
        Initialization scheme = spec.initialization();
        encoder.forEach(layer -> scheme.fill(layer, weights, steps));
        layers.forEach(layer -> scheme.fill(layer, weights, steps));
        scheme.fillOutput(wya, weights);
    }

    /**
     * A network with given weights.
     *
     * @param values the flat vector of {@link Parameters#values()}; copied
     */
    public Network(NetworkSpec spec, float[] values) {
        this(spec);
        if (values.length != parameters.values().length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "This network has %,d weights; got %,d.", parameters.values().length, values.length));
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
