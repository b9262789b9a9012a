package unroll.settings;

import unroll.message.ProblemException;
import unroll.network.Directions;
import unroll.network.Initialization;
import unroll.network.NetworkSpec;
import unroll.network.Vocabularies;

/**
 * What the user chooses about a network before the data give it its symbols.
 *
 * @param cell name of a registered cell
 * @param hidden hidden units a layer and direction
 * @param layers depth
 * @param dropout share dropped between layers
 * @param directions in which layers read
 * @param initialization how the weights of a new one are drawn
 */
public record ModelSettings(
        String cell, int hidden, int layers, double dropout, Directions directions, Initialization initialization) {
    private static final Vocabularies SMALLEST = Vocabularies.same(2);

    public static final ModelSettings DEFAULT = new ModelSettings("gru", 128, 1, 0);

    /** @throws ProblemException where no network can be made from these */
    public ModelSettings {
        // The limits and their sentences stand in the network's own description.
        new NetworkSpec(cell, SMALLEST, hidden, layers, directions, dropout, initialization);
    }

    /** Unidirectional layers that start in the standard way. */
    public ModelSettings(String cell, int hidden, int layers, double dropout) {
        this(cell, hidden, layers, dropout, Directions.UNIDIRECTIONAL, Initialization.STANDARD);
    }

    public static ModelSettings of(NetworkSpec spec) {
        return new ModelSettings(
                spec.cell(), spec.hidden(), spec.layers(), spec.dropout(), spec.directions(), spec.initialization());
    }

    /** What a network for these symbols is made from. */
    public NetworkSpec spec(Vocabularies vocabularies) {
        return new NetworkSpec(cell, vocabularies, hidden, layers, directions, dropout, initialization);
    }

    public ModelSettings withCell(String value) {
        return new ModelSettings(value, hidden, layers, dropout, directions, initialization);
    }

    public ModelSettings withHidden(int value) {
        return new ModelSettings(cell, value, layers, dropout, directions, initialization);
    }

    public ModelSettings withLayers(int value) {
        return new ModelSettings(cell, hidden, value, dropout, directions, initialization);
    }

    public ModelSettings withDropout(double value) {
        return new ModelSettings(cell, hidden, layers, value, directions, initialization);
    }

    public ModelSettings withDirections(Directions value) {
        return new ModelSettings(cell, hidden, layers, dropout, value, initialization);
    }

    public ModelSettings withInitialization(Initialization value) {
        return new ModelSettings(cell, hidden, layers, dropout, directions, value);
    }
}
