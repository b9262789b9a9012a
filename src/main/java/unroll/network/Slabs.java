package unroll.network;

/**
 * Between the two forms in which the blocks of z live: a step's matrix [blocks·n × B], where a column holds its blocks
 * one above the other, and one slab [n × B] a block, on which the cells work.
 */
final class Slabs {
    private Slabs() {}

    /** Takes a step's matrix, column after column, apart into slabs. */
    static void split(float[] step, int hidden, float[][] slabs) {
        int height = slabs.length * hidden;
        int columns = step.length / height;
        for (int b = 0; b < columns; b++) {
            for (int block = 0; block < slabs.length; block++) {
                System.arraycopy(step, b * height + block * hidden, slabs[block], b * hidden, hidden);
            }
        }
    }

    /** Puts slabs together into a step's matrix. */
    static void join(float[][] slabs, int hidden, float[] step) {
        int height = slabs.length * hidden;
        int columns = step.length / height;
        for (int b = 0; b < columns; b++) {
            for (int block = 0; block < slabs.length; block++) {
                System.arraycopy(slabs[block], b * hidden, step, b * height + block * hidden, hidden);
            }
        }
    }

    /** to[i] += from[i]. */
    static void add(float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
