package unroll.oracle;

import static unroll.oracle.OracleMath.sigmoid;

/** GRU, reset gate after the recurrent product; z = (c from x, r, u, c from a). See docs/derivations/gru.md. */
final class OracleGru implements OracleCell {
    @Override
    public double[] forward(double[] z, double[] before) {
        double r = sigmoid(z[1]);
        double u = sigmoid(z[2]);
        double candidate = Math.tanh(z[0] + r * z[3]);
        return new double[] {u * before[0] + (1 - u) * candidate};
    }

    @Override
    public Back backward(double[] z, double[] before, double[] dAfter) {
        double r = sigmoid(z[1]);
        double u = sigmoid(z[2]);
        double candidate = Math.tanh(z[0] + r * z[3]);
        double da = dAfter[0];
        double dInside = da * (1 - u) * (1 - candidate * candidate);
        double dr = dInside * z[3];
        double du = da * (before[0] - candidate);
        double[] dz = {dInside, dr * r * (1 - r), du * u * (1 - u), dInside * r};
        return new Back(dz, new double[] {da * u});
    }

    @Override
    public String name() {
        return "gru";
    }

    @Override
    public int blocks() {
        return 4;
    }

    @Override
    public int inputBlocks() {
        return 3;
    }

    @Override
    public int recurrentBlocks() {
        return 3;
    }

    @Override
    public int stateBuffers() {
        return 1;
    }
}
