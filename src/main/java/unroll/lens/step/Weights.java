package unroll.lens.step;

import unroll.network.Parameters;
import unroll.network.Parameters.Tensor;

/** A tensor's entries by row and column, and the two products a step needs, in doubles. */
final class Weights {
    private final float[] values;
    private final Tensor tensor;

    Weights(Parameters parameters, String name) {
        values = parameters.values();
        tensor = parameters.tensor(name);
    }

    int rows() {
        return tensor.rows();
    }

    int columns() {
        return tensor.columns();
    }

    double at(int row, int column) {
        return values[tensor.offset() + column * tensor.rows() + row];
    }

    /** W·x; columns where x is 0 cost nothing, as all but one of a one-hot x are. */
    double[] times(double[] x) {
        double[] product = new double[rows()];
        for (int j = 0; j < x.length; j++) {
            for (int i = 0; x[j] != 0 && i < product.length; i++) {
                product[i] += at(i, j) * x[j];
            }
        }
        return product;
    }

    /** Wᵀ·d. */
    double[] transposedTimes(double[] d) {
        double[] product = new double[columns()];
        for (int j = 0; j < product.length; j++) {
            for (int i = 0; i < d.length; i++) {
                product[j] += at(i, j) * d[i];
            }
        }
        return product;
    }
}
