package unroll.matrix;

import java.util.Locale;

/**
 * A 32-bit matrix [rows × columns] on Java's heap, for products with a single vector: every column is an array of its own,
 * and {@code A·x} is a sum of columns.
 *
 * <p>Such a product waits for its weights to come from the second-level cache, so what counts is how they are read. A loop in Java
 * reads them as fast as BLAS or faster, needs no copy to native memory and back, and adds in the same order on every machine, so
 * that the same numbers give the same bits.
 */
public final class HeapMatrix {
    /**
     * Columns that are added in one loop. Each loop reads and writes y once, so more would be better, but with eight arrays
     * the JIT compiler of Java 17 gives up vector instructions, which costs four fifths of the speed.
     */
    private static final int STREAMS = 4;

    private final float[][] columns;
    private final int rows;

    /** @param columns one array a column, all of one length, at least one; taken over, not copied */
    public HeapMatrix(float[][] columns) {
        this.columns = columns;
        this.rows = columns[0].length;
    }

    /**
     * y = y + A·x.
     *
     * <p>Four columns at a time, from the four quarters of the matrix: so each of the four is the one behind the column that was read before,
     * and the processor fetches it ahead. Four neighbors take a quarter longer (512 × 384 on a Zen 5: 6.9 instead of 5.6 µs).
     *
     * @param x one number a column
     * @param y one number a row
     */
    public void addProduct(float[] x, float[] y) {
        if (x.length != columns.length || y.length != rows) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A product of %d×%d and %d does not fit a result of %d.",
                    rows,
                    columns.length,
                    x.length,
                    y.length));
        }
        int quarter = x.length / STREAMS;
        for (int j = 0; j < quarter; j++) {
            int k = j + quarter;
            int l = k + quarter;
            int m = l + quarter;
            addColumns(columns[j], columns[k], columns[l], columns[m], x[j], x[k], x[l], x[m], y);
        }
        for (int j = STREAMS * quarter; j < x.length; j++) {
            addColumn(columns[j], x[j], y);
        }
    }

    private static void addColumns(
            float[] a, float[] b, float[] c, float[] d, float p, float q, float r, float s, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += (a[i] * p + b[i] * q) + (c[i] * r + d[i] * s);
        }
    }

    private static void addColumn(float[] a, float p, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += a[i] * p;
        }
    }
}
