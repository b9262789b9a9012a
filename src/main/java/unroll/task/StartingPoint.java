package unroll.task;

import unroll.network.Directions;

/**
 * Settings worth starting from.
 *
 * @param cell a registered cell's name
 * @param hidden units of a layer
 * @param layers how many
 * @param batch examples of an update
 * @param rate the learning rate, for Adam
 * @param directions in which layers read
 */
public record StartingPoint(String cell, int hidden, int layers, int batch, double rate, Directions directions) {
    /** One unidirectional layer. */
    public static StartingPoint unidirectional(String cell, int hidden, int batch, double rate) {
        return new StartingPoint(cell, hidden, 1, batch, rate, Directions.UNIDIRECTIONAL);
    }

    /** One bidirectional layer. */
    public static StartingPoint bidirectional(String cell, int hidden, int batch, double rate) {
        return new StartingPoint(cell, hidden, 1, batch, rate, Directions.BIDIRECTIONAL);
    }
}
