package unroll.session;

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
}
