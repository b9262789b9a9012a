package unroll.network;

import org.apache.commons.rng.UniformRandomProvider;
import unroll.network.WeightFiller.NormalNumbers;

/**
 * Random orthogonal matrices. Up to {@value #MAX_BLOCK} rows each is as likely as any other: the Q of a QR decomposition of normal
 * numbers, made of its Householder reflections without the decomposition (G. Stewart, "The efficient generation of random orthogonal
 * matrices with an application to condition estimators", 1980, section 3). That takes about n³ operations, seconds for many rows.
 *
 * <p>Larger ones are a product A·P·B, where A and B have such matrices along their diagonals, and the permutation P shares each
 * block of B out among those of A. It is orthogonal too, and takes about n² · {@value #MAX_BLOCK} operations.
 */
final class OrthogonalMatrix {
    private static final int MAX_BLOCK = 128;

    private OrthogonalMatrix() {}

    /** A matrix of so many rows and columns, row by row. */
    static double[][] draw(int n, UniformRandomProvider random) {
        NormalNumbers normal = new NormalNumbers(random);
        if (n <= MAX_BLOCK) {
            return reflections(n, normal);
        }
        double[][] b = blockDiagonal(n, normal);
        shuffle(b, random);
        return blockDiagonalTimes(b, normal);
    }

    /** From the last row and column on, each matrix a reflection of the next smaller one. */
    private static double[][] reflections(int n, NormalNumbers normal) {
        double[][] q = new double[n][n];
        for (int first = n - 1; first >= 0; first--) {
            double[] v = new double[n];
            double square = 0;
            for (int i = first; i < n; i++) {
                v[i] = normal.next();
                square += v[i] * v[i];
            }
            double length = Math.sqrt(square);
            q[first][first] = v[first] > 0 ? -1 : 1;
            v[first] += v[first] > 0 ? length : -length;
            reflect(q, v, first);
        }
        return q;
    }

    /** Replaces the rows from {@code first} on by (I − 2·v·vᵀ / vᵀ·v) times them. */
    private static void reflect(double[][] q, double[] v, int first) {
        double square = 0;
        double[] sum = new double[v.length];
        for (int i = first; i < v.length; i++) {
            square += v[i] * v[i];
            add(sum, v[i], q[i]);
        }
        for (int i = first; i < v.length; i++) {
            add(q[i], -2 * v[i] / square, sum);
        }
    }

    private static double[][] blockDiagonal(int n, NormalNumbers normal) {
        double[][] matrix = new double[n][n];
        int blocks = blocks(n);
        for (int block = 0; block < blocks; block++) {
            int from = from(block, blocks, n);
            double[][] q = reflections(from(block + 1, blocks, n) - from, normal);
            for (int i = 0; i < q.length; i++) {
                System.arraycopy(q[i], 0, matrix[from + i], from, q.length);
            }
        }
        return matrix;
    }

    /** The rows in another order (R. Durstenfeld, 1964). */
    private static void shuffle(double[][] rows, UniformRandomProvider random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double[] row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
        }
    }

    private static double[][] blockDiagonalTimes(double[][] rows, NormalNumbers normal) {
        int n = rows.length;
        double[][] product = new double[n][n];
        int blocks = blocks(n);
        for (int block = 0; block < blocks; block++) {
            int from = from(block, blocks, n);
            double[][] q = reflections(from(block + 1, blocks, n) - from, normal);
            for (int i = 0; i < q.length; i++) {
                for (int j = 0; j < q.length; j++) {
                    add(product[from + i], q[i][j], rows[from + j]);
                }
            }
        }
        return product;
    }

    private static int blocks(int n) {
        return (n + MAX_BLOCK - 1) / MAX_BLOCK;
    }

    private static int from(int block, int blocks, int n) {
        return (int) ((long) n * block / blocks);
    }

    /** In a form that the JIT compiler makes vector instructions of. */
    private static void add(double[] to, double factor, double[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * values[i];
        }
    }
}
