package unroll.session;

import unroll.network.NetworkSpec;

/**
 * What the user chooses about a network before a corpus gives it its vocabulary.
 *
 * @param cell name of a registered cell
 * @param hidden hidden units a layer
 * @param layers depth
 * @param dropout share silenced between layers
 */
public record ModelSettings(String cell, int hidden, int layers, double dropout) {
    public static final ModelSettings DEFAULT = new ModelSettings("lstm", 128, 2, 0);

    private static final int SMALLEST_VOCABULARY = 2;

    /** @throws IllegalArgumentException with a sentence, where no network can be made from these */
    public ModelSettings {
        // The limits and their sentences stand in the network's own description.
        new NetworkSpec(cell, SMALLEST_VOCABULARY, hidden, layers, dropout);
    }

    /** What a network for this many symbols is made from. */
    public NetworkSpec spec(int vocabulary) {
        return new NetworkSpec(cell, vocabulary, hidden, layers, dropout);
    }

    public ModelSettings withCell(String value) {
        return new ModelSettings(value, hidden, layers, dropout);
    }

    public ModelSettings withHidden(int value) {
        return new ModelSettings(cell, value, layers, dropout);
    }

    public ModelSettings withLayers(int value) {
        return new ModelSettings(cell, hidden, value, dropout);
    }

    public ModelSettings withDropout(double value) {
        return new ModelSettings(cell, hidden, layers, value);
    }
}
