package unroll.lens.unit;

import java.util.List;
import unroll.network.Network;

/**
 * The activation of some units at every character of a passage: what a text is painted with. Holds 4 bytes a unit and
 * character.
 */
public final class Painting {
    private final List<Unit> units;
    private final float[][] activations;

    private Painting(List<Unit> units, int length) {
        this.units = List.copyOf(units);
        activations = new float[units.size()][length];
    }

    /** Reads the passage in one column, so that the numbers are exactly those of a text read from its begin. */
    public static Painting of(Network network, Passage passage, List<Unit> units) {
        Painting painting = new Painting(units, passage.length());
        passage.read(network, (position, state, column) -> {
            for (int k = 0; k < painting.activations.length; k++) {
                painting.activations[k][position] = units.get(k).activation(state, column);
            }
        });
        return painting;
    }

    public List<Unit> units() {
        return units;
    }

    /**
     * A unit's activation after each character; a copy.
     *
     * @throws IllegalArgumentException where this unit was not read
     */
    public float[] activations(Unit unit) {
        int place = units.indexOf(unit);
        if (place < 0) {
            throw new IllegalArgumentException("The activations of %s were not read.".formatted(unit));
        }
        return activations[place].clone();
    }
}
