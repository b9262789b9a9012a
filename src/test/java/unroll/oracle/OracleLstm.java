package unroll.oracle;

import static unroll.oracle.OracleMath.sigmoid;

/** LSTM; z = (u, f, c, o), state = (a, c). See docs/derivations/lstm.md. */
final class OracleLstm implements OracleCell {
    @Override
    public double[] forward(double[] z, double[] before) {
        double c = sigmoid(z[1]) * before[1] + sigmoid(z[0]) * Math.tanh(z[2]);
        return new double[] {sigmoid(z[3]) * Math.tanh(c), c};
    }

    @Override
    public Back backward(double[] z, double[] before, double[] dAfter) {
        double u = sigmoid(z[0]);
        double f = sigmoid(z[1]);
        double candidate = Math.tanh(z[2]);
        double o = sigmoid(z[3]);
        double tanhC = Math.tanh(f * before[1] + u * candidate);
        double dc = dAfter[1] + dAfter[0] * o * (1 - tanhC * tanhC);
        double[] dz = {
            dc * candidate * u * (1 - u),
            dc * before[1] * f * (1 - f),
            dc * u * (1 - candidate * candidate),
            dAfter[0] * tanhC * o * (1 - o)
        };
        return new Back(dz, new double[] {0, dc * f});
    }

    @Override
    public String name() {
        return "lstm";
    }

    @Override
    public int blocks() {
        return 4;
    }

    @Override
    public int inputBlocks() {
        return 4;
    }

    @Override
    public int recurrentBlocks() {
        return 4;
    }

    @Override
    public int stateBuffers() {
        return 2;
    }
}
