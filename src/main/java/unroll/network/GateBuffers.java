package unroll.network;

import unroll.matrix.WorkerGroup.Share;

/** Loops over slabs, arrays [units × B] that hold something of some hidden units, column after column. */
final class GateBuffers {
    private GateBuffers() {}

    /** Copies some units' rows of a layer's slab [hidden × B] into a slab of their own. */
    static void readRows(float[] layer, int hidden, Share units, float[] own) {
        for (int b = 0; b < layer.length / hidden; b++) {
            System.arraycopy(layer, b * hidden + units.from(), own, b * units.count(), units.count());
        }
    }

    /** Copies some units' slab into their rows of a layer's slab [hidden × B]. */
    static void writeRows(float[] own, int hidden, Share units, float[] layer) {
        for (int b = 0; b < layer.length / hidden; b++) {
            System.arraycopy(own, b * units.count(), layer, b * hidden + units.from(), units.count());
        }
    }

    /** to[i] += from[i]. */
    static void add(float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
