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

    /** Floats in 64 bytes, what the processor reads at once. */
    private static final int LINE = 16;

    /** Floats that the head of an array takes the place of. */
    private static final int HEAD = 4;

    private final int rows;
    /**
     * The columns, the last one first. Java moves them while it collects garbage and then begins at the array's end, so they lie in the
     * order in which they are read again: a tenth of a character (LSTM 2×128 on a Zen 5).
     */
    private final float[][] backwards;

    /** A matrix of zeros. */
    public HeapMatrix(int rows, int columns) {
        this.rows = rows;
        this.backwards = new float[columns][];
        for (int j = 0; j < columns; j++) {
            backwards[columns - 1 - j] = vector(rows);
        }
    }

    /**
     * Zeros for the {@code y} of a product; some more than the rows, as every column has, so that with its head an array fills whole
     * lines of the cache. Arrays made one after the other then begin at the same place of a line, and a loop that reads one of them
     * from line to line reads all of them so: 7 % of a character.
     */
    public static float[] vector(int rows) {
        return new float[(rows + HEAD + LINE - 1) / LINE * LINE - HEAD];
    }

    /** Sets the rows from {@code row} on to the so many rows of a column-major matrix with as many columns. */
    public void setRows(int row, int count, float[] values, int offset) {
        for (int j = 0; j < backwards.length; j++) {
            System.arraycopy(values, offset + j * count, column(j), row, count);
        }
    }

    private float[] column(int j) {
        return backwards[backwards.length - 1 - j];
    }

    /**
     * y = y + A·x.
     *
     * <p>Four columns at a time, from the four quarters of the matrix: so each of the four is the one behind the column that was read before,
     * and the processor fetches it ahead. Four neighbors take a quarter longer (512 × 384 on a Zen 5: 6.9 instead of 5.6 µs).
     *
     * @param x one number a column
     * @param y one number a row, in an array as {@link #vector} makes it
     */
    public void addProduct(float[] x, float[] y) {
        if (x.length != backwards.length || y.length != column(0).length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A product of %d×%d and %d does not fit a result of %d.",
                    rows,
                    backwards.length,
                    x.length,
                    y.length));
        }
        int quarter = x.length / STREAMS;
        for (int j = 0; j < quarter; j++) {
            int k = j + quarter;
            int l = k + quarter;
            int m = l + quarter;
            addColumns(column(j), column(k), column(l), column(m), x[j], x[k], x[l], x[m], y);
        }
        for (int j = STREAMS * quarter; j < x.length; j++) {
            addColumn(column(j), x[j], y);
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
