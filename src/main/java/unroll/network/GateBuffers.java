package unroll.network;

import unroll.matrix.WorkerGroup.Share;

/**
 * Between the two forms in which the blocks of z live: a step's matrix [blocks·n × B], where a column holds its blocks
 * one above the other, and one slab [n × B] a block, on which the cells work.
 */
final class GateBuffers {
    private GateBuffers() {}

    /** Takes a step's matrix, column after column, apart into slabs of so many units. */
    static void split(float[] step, int units, float[][] slabs) {
        int height = slabs.length * units;
        int columns = step.length / height;
        for (int b = 0; b < columns; b++) {
            for (int block = 0; block < slabs.length; block++) {
                System.arraycopy(step, b * height + block * units, slabs[block], b * units, units);
            }
        }
    }

    /** Puts slabs together into a step's matrix. */
    static void join(float[][] slabs, int units, float[] step) {
        int height = slabs.length * units;
        int columns = step.length / height;
        for (int b = 0; b < columns; b++) {
            for (int block = 0; block < slabs.length; block++) {
                System.arraycopy(slabs[block], b * units, step, b * height + block * units, units);
            }
        }
    }

    /** Copies some units' rows of a layer's slab [hidden × B] into a slab of their own. */
    static void takeRows(float[] layer, int hidden, Share units, float[] own) {
        for (int b = 0; b < layer.length / hidden; b++) {
            System.arraycopy(layer, b * hidden + units.from(), own, b * units.count(), units.count());
        }
    }

    /** Copies some units' slab into their rows of a layer's slab [hidden × B]. */
    static void putRows(float[] own, int hidden, Share units, float[] layer) {
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

    /** Sets {@code into[at ...]} to the sum of the columns of a slab of so many units. */
    static void sumColumns(float[] slab, int units, float[] into, int at) {
        for (int unit = 0; unit < units; unit++) {
            float sum = 0;
            for (int i = unit; i < slab.length; i += units) {
                sum += slab[i];
            }
            into[at + unit] = sum;
        }
    }
}
