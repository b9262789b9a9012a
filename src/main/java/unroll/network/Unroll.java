package unroll.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Matrix;
import unroll.network.Parameters.Tensor;

/**
 * A network unrolled over T steps of B columns: the forward pass, the tape it leaves, and exact backpropagation through
 * time along that tape. All memory is taken once, here, and used again for every window; several unrolls of one network may
 * work at the same time on threads of their own, as long as nobody changes the weights meanwhile.
 */
public final class Unroll {
    private final Network network;
    private final int steps;
    private final int columns;
    private final SymbolSource symbols;
    private final List<LayerUnroll> layers = new ArrayList<>();
    private final List<LayerSource> between = new ArrayList<>();
    private final List<Dropout> dropouts = new ArrayList<>();
    private final Matrix logits;
    private final Matrix dTop;
    private final float[] logitValues;

    public Unroll(Network network, int steps, int columns) {
        this.network = network;
        this.steps = steps;
        this.columns = columns;
        Parameters weights = network.parameters();
        NetworkSpec spec = network.spec();
        int sequence = Math.multiplyExact(steps, columns);
        symbols = new SymbolSource(network.layers.get(0), weights, columns);
        layers.add(new LayerUnroll(network.layers.get(0), weights, symbols, steps, columns));
        for (int l = 1; l < spec.layers(); l++) {
            Matrix x = layers.get(l - 1).output();
            if (spec.dropout() > 0) {
                Dropout dropout = new Dropout(spec.dropout(), spec.hidden(), sequence);
                dropouts.add(dropout);
                x = dropout.output;
            }
            LayerSource source = new LayerSource(network.layers.get(l), weights, x, columns);
            between.add(source);
            layers.add(new LayerUnroll(network.layers.get(l), weights, source, steps, columns));
        }
        logits = Matrix.zeros(spec.vocabulary(), sequence);
        dTop = Matrix.zeros(spec.hidden(), sequence);
        logitValues = new float[spec.vocabulary() * sequence];
    }

    /** T. */
    public int steps() {
        return steps;
    }

    /** B. */
    public int columns() {
        return columns;
    }

    /**
     * The forward pass.
     *
     * @param inputs T·B symbols, step-major: entry t·B + b for step t of column b
     * @param start the state before the first step; read only
     * @param dropout draws the masks of this pass, or null where nothing is to be silenced
     * @throws IndexOutOfBoundsException where a symbol is not one of the vocabulary's
     */
    public void forward(int[] inputs, State start, @Nullable UniformRandomProvider dropout) {
        if (inputs.length != steps * columns || start.columns() != columns) {
            throw new IllegalArgumentException(
                    "This unroll takes %d steps of %d columns; got %d inputs and a state of %d columns."
                            .formatted(steps, columns, inputs.length, start.columns()));
        }
        requireSymbols(inputs);
        symbols.read(inputs);
        for (int l = 0; l < layers.size(); l++) {
            if (l > 0 && !dropouts.isEmpty()) {
                dropouts.get(l - 1).forward(layers.get(l - 1).output(), dropout);
            }
            layers.get(l).forward(start.slabs()[l]);
        }
        logits.setProduct(
                network.parameters().matrix(network.wya),
                layers.get(layers.size() - 1).output());
        logits.read(logitValues);
        addOutputBias();
    }

    /** A symbol past the end would silently read another tensor's weights. */
    private void requireSymbols(int[] inputs) {
        for (int symbol : inputs) {
            Objects.checkIndex(symbol, network.spec().vocabulary());
        }
    }

    private void addOutputBias() {
        Tensor by = network.by;
        float[] weights = network.parameters().values();
        for (int column = 0; column < steps * columns; column++) {
            for (int v = 0; v < by.rows(); v++) {
                logitValues[column * by.rows() + v] += weights[by.offset() + v];
            }
        }
    }

    /** The logits of the last forward pass, [V × B·T] column after column; a copy. */
    public float[] logits() {
        return logitValues.clone();
    }

    /** The state after the last step, as a value of its own. */
    public State finalState() {
        State end = State.zero(network.spec(), columns);
        for (int l = 0; l < layers.size(); l++) {
            float[][] slabs = layers.get(l).finalState();
            for (int slab = 0; slab < slabs.length; slab++) {
                System.arraycopy(slabs[slab], 0, end.slabs()[l][slab], 0, slabs[slab].length);
            }
        }
        return end;
    }

    /**
     * The loss of the last forward pass; the logits become its gradient, so this may be called once a pass.
     *
     * @param targets T·B symbols, step-major, or {@link Softmax#NO_TARGET}
     * @param scale what each target counts in the gradient, usually 1 / number of targets of the whole batch
     * @return the sum of −ln ŷ[target], in nats
     */
    public double loss(int[] targets, float scale) {
        return Softmax.lossAndGradient(logitValues, network.spec().vocabulary(), targets, scale);
    }

    /**
     * The way back, after {@link #loss}: sets every tensor of {@code gradient} on the heap.
     *
     * @return ∂L/∂ of the state before the first step
     */
    public State backward(Parameters gradient) {
        return backward(gradient, State.zero(network.spec(), columns));
    }

    /**
     * The way back, where the state after the last step had a use of its own.
     *
     * @param dFinal ∂L/∂ of the state after the last step, as far as it comes from there
     * @return ∂L/∂ of the state before the first step
     */
    public State backward(Parameters gradient, State dFinal) {
        State dState = dFinal.columns(0, columns);
        logits.write(logitValues);
        Matrix top = layers.get(layers.size() - 1).output();
        gradient.matrix(network.wya).setProduct(logits, top.t());
        gradient.collect(network.wya);
        outputBiasGradient(gradient);
        dTop.setProduct(network.parameters().matrix(network.wya).t(), logits);
        Matrix dOutput = dTop;
        for (int l = layers.size() - 1; l >= 0; l--) {
            layers.get(l).backward(dOutput, dState.slabs()[l], gradient);
            if (l > 0) {
                dOutput = between.get(l - 1).inputGradient();
                if (!dropouts.isEmpty()) {
                    dropouts.get(l - 1).backward(dOutput);
                }
            }
        }
        return dState;
    }

    private void outputBiasGradient(Parameters gradient) {
        Tensor by = network.by;
        float[] values = gradient.values();
        Arrays.fill(values, by.offset(), by.offset() + by.rows(), 0);
        for (int column = 0; column < steps * columns; column++) {
            for (int v = 0; v < by.rows(); v++) {
                values[by.offset() + v] += logitValues[column * by.rows() + v];
            }
        }
    }
}
