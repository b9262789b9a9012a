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
 * @param directions which ways layers read
 */
public record StartingPoint(String cell, int hidden, int layers, int batch, double rate, Directions directions) {
    /** One layer that reads one way. */
    public static StartingPoint oneWay(String cell, int hidden, int batch, double rate) {
        return new StartingPoint(cell, hidden, 1, batch, rate, Directions.ONE_WAY);
    }

    /** One layer that reads both ways. */
    public static StartingPoint twoWay(String cell, int hidden, int batch, double rate) {
        return new StartingPoint(cell, hidden, 1, batch, rate, Directions.TWO_WAY);
    }
}
