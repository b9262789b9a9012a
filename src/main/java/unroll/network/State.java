package unroll.network;

import java.util.Arrays;
import unroll.matrix.WorkerGroup.Share;

/**
 * The hidden state of a network for B columns, as a value: it goes into a forward pass and comes out of it, and nobody
 * keeps it on the side.
 *
 * @param columns B
 * @param slabs [layer][slab of the cell's state][hidden × B], each slab column after column; a<t> is slab 0. Where layers
 *     are bidirectional, each has two entries: forward, backward
 */
public record State(int columns, float[][][] slabs) {
    /** Where a text begins. */
    public static State zero(NetworkSpec spec, int columns) {
        int stateSlabs = spec.kind().stateSlabs();
        int layers = spec.layers() * spec.directions().count();
        return new State(columns, new float[layers][stateSlabs][spec.hidden() * columns]);
    }

    /** An independent copy. */
    public State copy() {
        float[][][] copy = new float[slabs.length][][];
        for (int layer = 0; layer < slabs.length; layer++) {
            copy[layer] = new float[slabs[layer].length][];
            for (int slab = 0; slab < slabs[layer].length; slab++) {
                copy[layer][slab] = slabs[layer][slab].clone();
            }
        }
        return new State(columns, copy);
    }

    /** Copies some units' rows of a layer's slabs into slabs of their own, [units × B]. */
    void readRows(int slot, Share units, float[][] own) {
        for (int slab = 0; slab < own.length; slab++) {
            float[] all = slabs[slot][slab];
            int hidden = all.length / columns;
            for (int b = 0; b < columns; b++) {
                System.arraycopy(all, b * hidden + units.from(), own[slab], b * units.count(), units.count());
            }
        }
    }

    /** Copies some units' slabs, [units × B], over their rows of a layer's. */
    void writeRows(int slot, Share units, float[][] own) {
        for (int slab = 0; slab < own.length; slab++) {
            float[] all = slabs[slot][slab];
            int hidden = all.length / columns;
            for (int b = 0; b < columns; b++) {
                System.arraycopy(own[slab], b * units.count(), all, b * hidden + units.from(), units.count());
            }
        }
    }

    /** Makes it the state where a text begins. */
    public void clear() {
        for (float[][] layer : slabs) {
            for (float[] slab : layer) {
                Arrays.fill(slab, 0);
            }
        }
    }
}
