package unroll.oracle;

import java.util.function.DoubleUnaryOperator;

/**
 * {@code a<t> = g(z)}.
 *
 * @param name of the cell
 * @param g tanh or ReLU
 * @param slope its derivative
 */
record OracleElman(String name, DoubleUnaryOperator g, DoubleUnaryOperator slope) implements OracleCell {
    static final OracleCell TANH = new OracleElman("elman", Math::tanh, z -> 1 - Math.tanh(z) * Math.tanh(z));
    static final OracleCell RELU = new OracleElman("elman-relu", z -> Math.max(z, 0), z -> z > 0 ? 1 : 0);

    @Override
    public double[] forward(double[] z, double[] before) {
        return new double[] {g.applyAsDouble(z[0])};
    }

    @Override
    public Back backward(double[] z, double[] before, double[] dAfter) {
        return new Back(new double[] {dAfter[0] * slope.applyAsDouble(z[0])}, new double[] {0});
    }

    @Override
    public double distanceToKink(double[] z) {
        return name.equals("elman-relu") ? Math.abs(z[0]) : Double.POSITIVE_INFINITY;
    }

    @Override
    public int blocks() {
        return 1;
    }

    @Override
    public int inputBlocks() {
        return 1;
    }

    @Override
    public int recurrentBlocks() {
        return 1;
    }

    @Override
    public int stateBuffers() {
        return 1;
    }
}
