package unroll.network;

/**
 * The hidden state of a network for B columns, as a value: it goes into a forward pass and comes out of it, and nobody
 * keeps it on the side.
 *
 * @param columns B
 * @param slabs [layer][slab of the cell's state][hidden × B], each slab column after column; a<t> is slab 0
 */
public record State(int columns, float[][][] slabs) {
    /** Where a text begins. */
    public static State zero(NetworkSpec spec, int columns) {
        int stateSlabs = spec.kind().stateSlabs();
        return new State(columns, new float[spec.layers()][stateSlabs][spec.hidden() * columns]);
    }

    /** A copy of the columns {@code from} to {@code to} − 1. */
    public State columns(int from, int to) {
        State part = new State(
                to - from, new float[slabs.length][slabs[0].length][slabs[0][0].length / columns * (to - from)]);
        part.copyInto(0, this, from, to - from);
        return part;
    }

    /** Overwrites columns of this state, from {@code column} on, by all columns of another. */
    public void put(int column, State other) {
        copyInto(column, other, 0, other.columns);
    }

    private void copyInto(int column, State source, int sourceColumn, int count) {
        for (int layer = 0; layer < slabs.length; layer++) {
            for (int slab = 0; slab < slabs[layer].length; slab++) {
                int hidden = slabs[layer][slab].length / columns;
                System.arraycopy(
                        source.slabs[layer][slab],
                        sourceColumn * hidden,
                        slabs[layer][slab],
                        column * hidden,
                        count * hidden);
            }
        }
    }
}
