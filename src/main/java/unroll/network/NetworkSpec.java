package unroll.network;

import java.util.Locale;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.message.NumericRange;

/**
 * The shape of a network: everything needed to make a new one, and nothing about how it is trained.
 *
 * @param cell name of a registered cell, see {@link Cells}: "elman", "elman-relu", "gru", "lstm"
 * @param vocabularies symbols read and given; those of an encoder's source make it an encoder and a decoder
 * @param hidden n_a, hidden units a layer and direction; 1 to 4096
 * @param layers depth, of the encoder too; 1 to 8
 * @param directions in which its layers read; an encoder and a decoder are unidirectional
 * @param dropout share of the units between two layers that is dropped in training; 0 to below 1
 * @param initialization how its weights are drawn when it is new
 */
public record NetworkSpec(
        String cell,
        Vocabularies vocabularies,
        int hidden,
        int layers,
        Directions directions,
        double dropout,
        Initialization initialization) {
    public static final int MAX_HIDDEN = 4096;
    public static final NumericRange HIDDEN = NumericRange.whole(1, MAX_HIDDEN);
    public static final NumericRange LAYERS = NumericRange.whole(1, 8);
    public static final NumericRange DROPOUT = NumericRange.share(0.2);

    public NetworkSpec {
        Cells.named(cell);
        HIDDEN.require("The hidden size", hidden);
        LAYERS.require("The number of layers", layers);
        DROPOUT.require("The dropout", dropout);
        require(
                vocabularies.source() == 0 || directions == Directions.UNIDIRECTIONAL,
                "An encoder hands over the state after its last step, and its decoder reads its own answer, so both are unidirectional; got %s.",
                directions);
    }

    /** The shape of a network that starts in the standard way. */
    public NetworkSpec(
            String cell, Vocabularies vocabularies, int hidden, int layers, Directions directions, double dropout) {
        this(cell, vocabularies, hidden, layers, directions, dropout, Initialization.STANDARD);
    }

    /** A network that reads and gives the same V symbols, as the text generator does. */
    public NetworkSpec(String cell, int vocabulary, int hidden, int layers, double dropout) {
        this(cell, Vocabularies.same(vocabulary), hidden, layers, Directions.UNIDIRECTIONAL, dropout);
    }

    /** The same shape with other symbols. */
    public NetworkSpec with(Vocabularies other) {
        return new NetworkSpec(cell, other, hidden, layers, directions, dropout, initialization);
    }

    /** The same shape with layers that read these ways. */
    public NetworkSpec with(Directions other) {
        return new NetworkSpec(cell, vocabularies, hidden, layers, other, dropout, initialization);
    }

    /** The same shape with weights that start like this. */
    public NetworkSpec with(Initialization other) {
        return new NetworkSpec(cell, vocabularies, hidden, layers, directions, dropout, other);
    }

    static void require(boolean holds, String sentence, Object got) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, sentence, got));
        }
    }

    /** Symbols that the network reads. */
    public int inputs() {
        return vocabularies.inputs();
    }

    /** Symbols that its output tells apart, V. */
    public int outputs() {
        return vocabularies.outputs();
    }

    /** Whether a first network reads a source, and the second one starts from its last state. */
    public boolean hasEncoder() {
        return vocabularies.source() > 0;
    }

    /** What a layer gives to the one above: the units of its directions, one above the other. */
    public int width() {
        return directions.count() * hidden;
    }

    /** The cell itself. */
    public Cell kind() {
        return Cells.named(cell);
    }

    /** Number of trainable weights, biases included. */
    public long parameters() {
        long output = outputs() * (width() + 1L);
        long encoder = hasEncoder() ? ofLayers(vocabularies.source()) : 0;
        return encoder + ofLayers(inputs()) + output;
    }

    /** Weights of all layers, the lowest of which reads so many symbols. */
    private long ofLayers(int symbols) {
        Cell kind = kind();
        long n = hidden;
        long recurrent = kind.recurrentBlocks().size() * n * n + kind.blocks() * n;
        long count = 0;
        for (int layer = 0; layer < layers; layer++) {
            long below = layer == 0 ? symbols : width();
            count += directions.count() * (kind.inputBlocks().size() * n * below + recurrent);
        }
        return count;
    }
}
