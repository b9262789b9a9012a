package unroll.oracle;

import java.util.Random;

/** Sums and functions spelled out. */
public final class OracleMath {
    private OracleMath() {}

    public static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** ln Σ exp(x), safe for large x. */
    static double logSumExp(double[] x) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            max = Math.max(max, value);
        }
        double sum = 0;
        for (double value : x) {
            sum += Math.exp(value - max);
        }
        return max + Math.log(sum);
    }

    /** Row {@code row} of the matrix times x. */
    static double product(double[][] matrix, int row, double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += matrix[row][j] * x[j];
        }
        return sum;
    }

    /** gradient += scale · (unit vector of {@code row}) · xᵀ. */
    static void addOuter(double[][] gradient, int row, double scale, double[] x) {
        for (int j = 0; j < x.length; j++) {
            gradient[row][j] += scale * x[j];
        }
    }

    /** dx += scale · (row {@code row} of the matrix)ᵀ. */
    static void addRow(double[] dx, double[][] matrix, int row, double scale) {
        for (int j = 0; j < dx.length; j++) {
            dx[j] += scale * matrix[row][j];
        }
    }

    /** Normally distributed entries times {@code scale}. */
    public static double[][] random(int rows, int columns, double scale, Random random) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = scale * random.nextGaussian();
            }
        }
        return matrix;
    }
}
