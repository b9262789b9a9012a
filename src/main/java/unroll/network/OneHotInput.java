package unroll.network;

import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup.Share;

/** The symbols that the lowest layer reads. */
final class OneHotInput implements LayerInput {
    private final Parameters weights;
    private final int columns;
    private final int vocabulary;
    /** As given, but any symbol, 0, where there is none: what is made of it is set to zero. */
    private final int[] symbols;

    /** @param vocabulary how many different symbols there are */
    OneHotInput(Parameters weights, int vocabulary, Capacity room) {
        this.weights = weights;
        this.columns = room.columns();
        this.vocabulary = vocabulary;
        this.symbols = new int[Math.multiplyExact(room.steps(), room.columns())];
    }

    /**
     * Takes over the symbols of a pass, step-major.
     *
     * @throws IndexOutOfBoundsException where one is not of the vocabulary: it would silently read another tensor's weights
     */
    void read(int[] inputs) {
        for (int i = 0; i < inputs.length; i++) {
            symbols[i] = inputs[i] == Unroll.NO_SYMBOL ? 0 : Objects.checkIndex(inputs[i], vocabulary);
        }
    }

    @Override
    public InputProjection source(RecurrentLayer layer, Share units, Matrix z) {
        return new OneHotProjection(layer, weights, units, symbols, columns);
    }

    @Override
    public void resize(int steps) {
        // Symbols are looked up step by step.
    }

    @Override
    public void forward(int member, @Nullable UniformRandomProvider random) {
        // They are there already.
    }

    @Override
    public void backward(int member) {
        // A symbol has no gradient.
    }
}
