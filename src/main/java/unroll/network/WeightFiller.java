package unroll.network;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.network.Parameters.ParameterTensor;

/**
 * Fills tensors of a flat vector with random weights. A tensor is a stack of blocks of {@code rows} rows, one for each gate. What it
 * draws depends on nothing but the random numbers: the same bits on every machine and Java.
 */
final class WeightFiller {
    private final float[] values;
    private final UniformRandomProvider random;
    private final NormalNumbers normal;

    WeightFiller(float[] values, UniformRandomProvider random) {
        this.values = values;
        this.random = random;
        this.normal = new NormalNumbers(random);
    }

    /** Uniform in ±bound. */
    void uniform(ParameterTensor tensor, float bound) {
        for (int i = tensor.offset(); i < tensor.offset() + tensor.size(); i++) {
            values[i] = (2 * random.nextFloat() - 1) * bound;
        }
    }

    /** Uniform in ±√(6 / (columns + rows of a block)). */
    void glorot(ParameterTensor tensor, int rows) {
        uniform(tensor, (float) Math.sqrt(6.0 / (tensor.columns() + rows)));
    }

    /** Normal with mean 0. */
    void normal(ParameterTensor tensor, float deviation) {
        for (int i = tensor.offset(); i < tensor.offset() + tensor.size(); i++) {
            values[i] = (float) normal.next() * deviation;
        }
    }

    /** A random orthogonal matrix for each block; the blocks are square. */
    void orthogonal(ParameterTensor tensor, int rows) {
        for (int top = 0; top < tensor.rows(); top += rows) {
            double[][] q = OrthogonalMatrix.draw(rows, random);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < rows; j++) {
                    values[at(tensor, top + i, j)] = (float) q[i][j];
                }
            }
        }
    }

    /** The identity times a factor in each block; the blocks are square. */
    void identity(ParameterTensor tensor, int rows, float factor) {
        Arrays.fill(values, tensor.offset(), tensor.offset() + tensor.size(), 0);
        for (int row = 0; row < tensor.rows(); row++) {
            values[at(tensor, row, row % rows)] = factor;
        }
    }

    /** Every block of a column filled with its own value. */
    void constant(ParameterTensor column, int rows, IntToDoubleFunction value) {
        for (int top = 0; top < column.rows(); top += rows) {
            int from = column.offset() + top;
            Arrays.fill(values, from, from + rows, (float) value.applyAsDouble(top / rows));
        }
    }

    /**
     * ln(u), one u for all blocks of a unit, uniform from 1 to T − 1, times the sign of the block; blocks with sign 0 stay as they are.
     *
     * @param steps T
     */
    void chrono(ParameterTensor column, int rows, int steps, IntUnaryOperator sign) {
        for (int unit = 0; unit < rows; unit++) {
            // StrictMath, because Math.log may differ in its last bit from one Java to another.
            double bias = StrictMath.log(1 + random.nextDouble() * Math.max(0, steps - 2));
            for (int block = 0; block < column.rows() / rows; block++) {
                if (sign.applyAsInt(block) != 0) {
                    values[at(column, block * rows + unit, 0)] = (float) (sign.applyAsInt(block) * bias);
                }
            }
        }
    }

    private static int at(ParameterTensor tensor, int row, int column) {
        return tensor.offset() + column * tensor.rows() + row;
    }

    /**
     * Numbers from N(0, 1) by the polar method (G. Marsaglia, T. Bray, "A convenient method for generating normal variables", 1964),
     * with StrictMath's logarithm, so that they are the same bits on every Java.
     */
    static final class NormalNumbers {
        private final UniformRandomProvider random;
        /** The second number of a pair that is drawn together; NaN where it was given out. */
        private double second = Double.NaN;

        NormalNumbers(UniformRandomProvider random) {
            this.random = random;
        }

        double next() {
            if (!Double.isNaN(second)) {
                double number = second;
                second = Double.NaN;
                return number;
            }
            double x;
            double y;
            double square;
            do {
                x = 2 * random.nextDouble() - 1;
                y = 2 * random.nextDouble() - 1;
                square = x * x + y * y;
            } while (square >= 1 || square == 0);
            double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
            second = y * scale;
            return x * scale;
        }
    }
}
