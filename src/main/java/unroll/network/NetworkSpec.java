package unroll.network;

import unroll.cell.Cell;
import unroll.cell.Cells;

/**
 * The shape of a network: everything needed to build it, and nothing about how it is trained.
 *
 * @param cell name of a registered cell, see {@link Cells}: "elman", "elman-relu", "gru", "lstm"
 * @param vocabularies symbols at input and output
 * @param hidden n_a, hidden units a layer; 1 to 4096
 * @param layers depth; 1 to 8
 * @param dropout share of the units between two layers that is silenced in training; 0 to below 1
 */
public record NetworkSpec(String cell, Vocabularies vocabularies, int hidden, int layers, double dropout) {
    public static final int MAX_HIDDEN = 4096;
    public static final int MAX_LAYERS = 8;

    public NetworkSpec {
        Cells.named(cell);
        require(
                hidden >= 1 && hidden <= MAX_HIDDEN,
                "The hidden size is %d; choose a whole number from 1 to " + MAX_HIDDEN + ".",
                hidden);
        require(
                layers >= 1 && layers <= MAX_LAYERS,
                "The depth is %d layers; choose a whole number from 1 to " + MAX_LAYERS + ".",
                layers);
        require(
                dropout >= 0 && dropout < 1,
                "The dropout is %s; choose a share from 0 to below 1, for example 0.2.",
                dropout);
    }

    /** A network that reads and gives the same V symbols, as the text generator does. */
    public NetworkSpec(String cell, int vocabulary, int hidden, int layers, double dropout) {
        this(cell, Vocabularies.same(vocabulary), hidden, layers, dropout);
    }

    static void require(boolean holds, String sentence, Object got) {
        if (!holds) {
            throw new IllegalArgumentException(sentence.formatted(got));
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

    /** The cell itself. */
    public Cell kind() {
        return Cells.named(cell);
    }

    /** Number of trainable weights, biases included. */
    public long parameters() {
        Cell kind = kind();
        long n = hidden;
        long count = outputs() * (n + 1);
        for (int layer = 0; layer < layers; layer++) {
            long below = layer == 0 ? inputs() : n;
            count += kind.inputBlocks().size() * n * below
                    + kind.recurrentBlocks().size() * n * n
                    + kind.blocks() * n;
        }
        return count;
    }
}
