package unroll.matrix;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import unroll.message.ProblemException;
import unroll.message.Reason;

/**
 * A 32-bit matrix [rows × columns], column-major, off the heap in memory that an ND4J array owns; or a view of a range
 * of another one's rows or columns, or its transpose.
 *
 * <p>Products go straight to the BLAS that ND4J brings along: its {@code sgemm} takes the distance between two columns as
 * a number, so every range of rows or columns is a factor or a result without a copy, and a call costs microseconds
 * less (docs/adr/0003). BLAS runs on the calling thread alone; callers bring their own threads.
 *
 * <p>Reading and writing in bulk goes through bounds-checked buffers. Views share memory with their origin; nothing here
 * is synchronized.
 */
public final class Matrix {
    private final Memory memory;
    private final int offset;
    private final int rows;
    private final int columns;
    /** Distance in memory from one column to the next. */
    private final int leading;

    private final boolean transposed;
    private final FloatPointer pointer;

    /** The memory, held so that it lives as long as any view of it. */
    private record Memory(INDArray array, FloatPointer start, FloatBuffer buffer) {
        static Memory zeros(long floats) {
            INDArray array = allocate(floats);
            Pointer address = array.data().addressPointer();
            FloatPointer start = new FloatPointer(address).capacity(floats);
            return new Memory(array, start, start.asBuffer());
        }

        /** ND4J says by any exception that the system refused memory; callers should know it by its kind. */
        private static INDArray allocate(long floats) {
            try {
                return Nd4j.zeros(DataType.FLOAT, floats);
            } catch (RuntimeException refused) {
                OutOfMemoryError error = new OutOfMemoryError(String.format(
                        Locale.ROOT, "The system refused %,d MB for a matrix.", floats * Float.BYTES >> 20));
                error.initCause(refused);
                throw error;
            }
        }
    }

    private Matrix(Memory memory, int offset, int rows, int columns, int leading, boolean transposed) {
        this.memory = memory;
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        this.leading = leading;
        this.transposed = transposed;
        this.pointer = memory.start().getPointer(offset);
    }

    /**
     * A matrix of zeros.
     *
     * @throws ProblemException where it would hold more than 2^29 − 1 entries (2 GiB)
     */
    public static Matrix zeros(int rows, int columns) {
        long floats = (long) rows * columns;
        if (rows < 1 || columns < 1 || floats > Integer.MAX_VALUE / Float.BYTES) {
            throw Reason.MATRIX_TOO_LARGE.exception(rows, columns, floats * Float.BYTES >> 20);
        }
        return new Matrix(Memory.zeros(floats), 0, rows, columns, rows, false);
    }

    /** A column of ones: a product with it is the sum of a matrix's columns. */
    public static Matrix ones(int rows) {
        float[] values = new float[rows];
        Arrays.fill(values, 1);
        Matrix ones = zeros(rows, 1);
        ones.write(values);
        return ones;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The columns {@code from} to {@code to} − 1, sharing memory. */
    public Matrix columns(int from, int to) {
        requireUntransposed();
        Objects.checkFromToIndex(from, to, columns);
        return new Matrix(memory, offset + from * leading, rows, to - from, leading, transposed);
    }

    /** The rows {@code from} to {@code to} − 1, sharing memory. */
    public Matrix rows(int from, int to) {
        requireUntransposed();
        Objects.checkFromToIndex(from, to, rows);
        return new Matrix(memory, offset + from, to - from, columns, leading, transposed);
    }

    /** The transpose, sharing memory; good as a factor only. */
    public Matrix t() {
        return new Matrix(memory, offset, columns, rows, leading, !transposed);
    }

    /** this = a·b. */
    public void setProduct(Matrix a, Matrix b) {
        product(Products.current(), a, b, 0);
    }

    /** this = this + a·b. */
    public void addProduct(Matrix a, Matrix b) {
        product(Products.current(), a, b, 1);
    }

    /** this = this + a·b. */
    public void addProduct(PackedFactor a, Matrix b) {
        requireUntransposed();
        b.requireUntransposed();
        requireFit(a.factor(), b);
        a.addProductTo(this, b);
    }

    /** this = keep·this + a·b. */
    void product(Products products, Matrix a, Matrix b, float keep) {
        requireUntransposed();
        requireFit(a, b);
        // A single column is OpenBLAS's in any case: oneDNN is slower there.
        Products fastest = columns == 1 ? Products.OPENBLAS : products;
        fastest.multiply(this, a, b, keep);
    }

    private void requireFit(Matrix a, Matrix b) {
        if (a.columns != b.rows || rows != a.rows || columns != b.columns) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A product of %d×%d and %d×%d does not fit a result of %d×%d.",
                    a.rows,
                    a.columns,
                    b.rows,
                    b.columns,
                    rows,
                    columns));
        }
    }

    /** Copies all entries, column after column, into {@code into[0 ...]}. */
    public void read(float[] into) {
        read(into, 0);
    }

    /** Copies all entries, column after column, into {@code into[at ...]}. */
    public void read(float[] into, int at) {
        requireUntransposed();
        if (leading == rows) {
            memory.buffer().get(offset, into, at, rows * columns);
        } else {
            for (int column = 0; column < columns; column++) {
                memory.buffer().get(offset + column * leading, into, at + column * rows, rows);
            }
        }
    }

    /** Copies {@code from[0 ...]} over all entries, column after column. */
    public void write(float[] from) {
        write(from, 0);
    }

    /** Copies {@code from[at ...]} over all entries, column after column. */
    public void write(float[] from, int at) {
        requireUntransposed();
        if (leading == rows) {
            memory.buffer().put(offset, from, at, rows * columns);
        } else {
            for (int column = 0; column < columns; column++) {
                memory.buffer().put(offset + column * leading, from, at + column * rows, rows);
            }
        }
    }

    /** Copies the rows from one on, as many as {@code into} has entries a column, column after column; makes no view. */
    public void readRows(int from, float[] into) {
        requireUntransposed();
        int count = into.length / columns;
        Objects.checkFromIndexSize(from, count, rows);
        for (int column = 0; column < columns; column++) {
            memory.buffer().get(offset + column * leading + from, into, column * count, count);
        }
    }

    /** Copies over the rows from one on, as many as {@code values} has entries a column; makes no view. */
    public void writeRows(int from, float[] values) {
        requireUntransposed();
        int count = values.length / columns;
        Objects.checkFromIndexSize(from, count, rows);
        for (int column = 0; column < columns; column++) {
            memory.buffer().put(offset + column * leading + from, values, column * count, count);
        }
    }

    /** Copies a column into {@code into[0 ...]}; makes no view. */
    public void readColumn(int column, float[] into) {
        requireUntransposed();
        Objects.checkIndex(column, columns);
        memory.buffer().get(offset + column * leading, into, 0, rows);
    }

    /** Copies {@code from[0 ...]} over a column; makes no view. */
    public void writeColumn(int column, float[] from) {
        requireUntransposed();
        Objects.checkIndex(column, columns);
        memory.buffer().put(offset + column * leading, from, 0, rows);
    }

    private void requireUntransposed() {
        if (transposed) {
            throw new IllegalStateException("A transposed view is good as a factor only.");
        }
    }

    boolean isTransposed() {
        return transposed;
    }

    /** Distance in memory from one column to the next; of a transposed view, from one row to the next. */
    int leading() {
        return leading;
    }

    /** Where the first entry lies. */
    FloatPointer pointer() {
        return pointer;
    }
}
