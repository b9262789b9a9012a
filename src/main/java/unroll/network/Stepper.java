package unroll.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.network.Parameters.ParameterTensor;

/**
 * Runs a network one symbol at a time and keeps the hidden state between calls: what writing a text needs. Gives the logits that an
 * {@link Unroll} of one column gives, but for the last digits, from a copy of the weights that suits a single column: one
 * product a layer (see {@link LayerStepper}), on Java's heap. Not for use by two threads at once.
 */
public final class Stepper {
    private final List<LayerStepper> layers;
    private final float[] by;
    private final float[] logits;

    /**
     * Starts where a text begins.
     *
     * @param network read, never changed; must not be trained meanwhile (see {@link Network#copy()})
     * @throws IllegalArgumentException where the network is bidirectional
     */
    public Stepper(Network network) {
        NetworkSpec.require(
                network.spec().directions() == Directions.UNIDIRECTIONAL,
                "A bidirectional network needs its whole input before it answers, so it cannot read symbol by symbol; got %s.",
                network.spec());
        float[] values = network.parameters().values();
        layers = steppers(network.layers, network.wya, values);
        by = Arrays.copyOfRange(values, network.by.offset(), network.by.offset() + network.by.size());
        logits = new float[by.length];
    }

    /**
     * Starts from a given state.
     *
     * @param unidirectional network; read, never changed
     * @param start of one column, such as the one after a source, see {@link #encode}; copied
     */
    public Stepper(Network network, State start) {
        this(network);
        for (int l = 0; l < layers.size(); l++) {
            layers.get(l).start(start.buffers()[l]);
        }
    }

    /**
     * Reads a source of any length with a network's encoder, from the zero state.
     *
     * @param source symbols, indices of those the encoder reads
     * @return the state after the last one, from which a decoder starts
     * @throws IllegalArgumentException where the network has no encoder
     */
    public static State encode(Network network, int[] source) {
        NetworkSpec.require(network.spec().hasEncoder(), "This network has no encoder: %s.", network.spec());
        List<LayerStepper> encoder =
                steppers(network.encoder, null, network.parameters().values());
        for (int symbol : source) {
            read(encoder, symbol);
        }
        return new State(1, encoder.stream().map(LayerStepper::state).toArray(float[][][]::new));
    }

    /**
     * Reads one symbol.
     *
     * @param symbol x<t>, an index of the symbols the network reads
     * @return V logits for the next symbol, ŷ<t> before the softmax; good, and the caller's to change, until the next call
     * @throws IndexOutOfBoundsException where it is not one of the symbols that the network reads
     */
    public float[] read(int symbol) {
        LayerStepper top = read(layers, symbol);
        top.readAbove(logits, logits.length);
        for (int v = 0; v < by.length; v++) {
            logits[v] += by[v];
        }
        return logits;
    }

    /**
     * From now on changes what is read of a layer's a&lt;t&gt;: by the layer itself at its next step and by what lies above it. What the
     * cell carries on beside that, as an LSTM's memory c or what a GRU's gate keeps, stays as it is.
     *
     * @param layer from the lowest, 0
     * @param change gets a copy of a&lt;t&gt; after every step and changes it in place
     */
    public void changeWhatIsRead(int layer, Consumer<float[]> change) {
        layers.get(layer).changeWhatIsRead(change);
    }

    /** Goes back to where a text begins. */
    public void restart() {
        layers.forEach(LayerStepper::restart);
    }

    /** @return the top layer */
    private static LayerStepper read(List<LayerStepper> layers, int symbol) {
        LayerStepper layer = layers.get(0);
        layer.read(symbol);
        for (int l = 1; l < layers.size(); l++) { // no iterator: nothing is allocated per symbol
            layers.get(l).read(layer);
            layer = layers.get(l);
        }
        return layer;
    }

    /** @param output Wya, or null where nothing reads the top layer */
    private static List<LayerStepper> steppers(
            List<RecurrentLayer> layers, @Nullable ParameterTensor output, float[] values) {
        List<LayerStepper> steppers = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            ParameterTensor above = l + 1 < layers.size() ? layers.get(l + 1).wax : output;
            steppers.add(new LayerStepper(layers.get(l), above, values));
        }
        return steppers;
    }
}
