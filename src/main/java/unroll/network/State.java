package unroll.network;

import java.util.Arrays;
import unroll.matrix.WorkerGroup.Share;

/**
 * The hidden state of a network for B columns, as a value: it goes into a forward pass and comes out of it, and nobody
 * keeps it on the side.
 *
 * @param columns B
 * @param buffers [layer][buffer of the cell's state][hidden × B], each buffer column after column; a<t> is buffer 0. Where layers
 *     are bidirectional, each has two entries: forward, backward
 */
public record State(int columns, float[][][] buffers) {
    /** Where a text begins. */
    public static State zero(NetworkSpec spec, int columns) {
        int stateBuffers = spec.kind().stateBuffers();
        int layers = spec.layers() * spec.directions().count();
        return new State(columns, new float[layers][stateBuffers][spec.hidden() * columns]);
    }

    /** An independent copy. */
    public State copy() {
        float[][][] copy = new float[buffers.length][][];
        for (int layer = 0; layer < buffers.length; layer++) {
            copy[layer] = new float[buffers[layer].length][];
            for (int buffer = 0; buffer < buffers[layer].length; buffer++) {
                copy[layer][buffer] = buffers[layer][buffer].clone();
            }
        }
        return new State(columns, copy);
    }

    /** Copies some units' rows of a layer's buffers into buffers of their own, [units × B]. */
    void readRows(int slot, Share units, float[][] own) {
        for (int buffer = 0; buffer < own.length; buffer++) {
            float[] all = buffers[slot][buffer];
            int hidden = all.length / columns;
            for (int b = 0; b < columns; b++) {
                System.arraycopy(all, b * hidden + units.from(), own[buffer], b * units.count(), units.count());
            }
        }
    }

    /** Copies some units' buffers, [units × B], over their rows of a layer's. */
    void writeRows(int slot, Share units, float[][] own) {
        for (int buffer = 0; buffer < own.length; buffer++) {
            float[] all = buffers[slot][buffer];
            int hidden = all.length / columns;
            for (int b = 0; b < columns; b++) {
                System.arraycopy(own[buffer], b * units.count(), all, b * hidden + units.from(), units.count());
            }
        }
    }

    /** Makes it the state where a text begins. */
    public void clear() {
        for (float[][] layer : buffers) {
            for (float[] buffer : layer) {
                Arrays.fill(buffer, 0);
            }
        }
    }
}
