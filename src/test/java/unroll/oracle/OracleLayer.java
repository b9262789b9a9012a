package unroll.oracle;

import static unroll.oracle.OracleMath.addOuter;
import static unroll.oracle.OracleMath.addRow;
import static unroll.oracle.OracleMath.product;

/**
 * One recurrent layer, one example and one unit at a time.
 *
 * <p>Sequences are {@code x[t][b][feature]}, states {@code s[b][buffer][unit]}, pre-activations {@code z[t][b][block][unit]}.
 */
final class OracleLayer {
    /** Wax [inputBlocks·n × below], Waa [recurrentBlocks·n × n], ba [blocks·n × 1]. */
    record Weights(double[][] wax, double[][] waa, double[][] ba) {}

    /** What the backward pass needs; {@code states[t]} is the state before step t, so that there are T + 1 of them. */
    record Tape(double[][][] x, boolean[][] blank, double[][][][] z, double[][][][] states) {
        double[][][] last() {
            return states[states.length - 1];
        }
    }

    /** ∂L/∂x [T][B][below] and ∂L/∂ the initial state [B][buffer][n]; ∂L/∂ weights are added up where the caller says. */
    record Back(double[][][] dx, double[][][] dInitial) {}

    private final OracleCell cell;
    private final Weights weights;
    private final int n;

    OracleLayer(OracleCell cell, Weights weights) {
        this.cell = cell;
        this.weights = weights;
        this.n = weights.waa()[0].length;
    }

    /** @param blank [t][b], where there is no symbol: the state after the step is zero */
    Tape forward(double[][][] x, boolean[][] blank, double[][][] initial) {
        int steps = x.length;
        int columns = initial.length;
        double[][][][] z = new double[steps][columns][][];
        double[][][][] states = new double[steps + 1][columns][][];
        states[0] = initial;
        for (int t = 0; t < steps; t++) {
            for (int b = 0; b < columns; b++) {
                z[t][b] = preActivations(x[t][b], states[t][b][0]);
                states[t + 1][b] = blank[t][b] ? new double[cell.stateBuffers()][n] : step(z[t][b], states[t][b]);
            }
        }
        return new Tape(x, blank, z, states);
    }

    private double[][] preActivations(double[] x, double[] aBefore) {
        int recurrentFrom = cell.blocks() - cell.recurrentBlocks();
        double[][] z = new double[cell.blocks()][n];
        for (int k = 0; k < cell.blocks(); k++) {
            for (int i = 0; i < n; i++) {
                z[k][i] = weights.ba()[k * n + i][0];
                if (k < cell.inputBlocks()) {
                    z[k][i] += product(weights.wax(), k * n + i, x);
                }
                if (k >= recurrentFrom) {
                    z[k][i] += product(weights.waa(), (k - recurrentFrom) * n + i, aBefore);
                }
            }
        }
        return z;
    }

    private double[][] step(double[][] z, double[][] before) {
        double[][] after = new double[cell.stateBuffers()][n];
        for (int i = 0; i < n; i++) {
            setUnit(after, i, cell.forward(unit(z, i), unit(before, i)));
        }
        return after;
    }

    double distanceToKink(Tape tape) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double[][][] step : tape.z()) {
            for (double[][] z : step) {
                for (int i = 0; i < n; i++) {
                    nearest = Math.min(nearest, cell.distanceToKink(unit(z, i)));
                }
            }
        }
        return nearest;
    }

    /**
     * Backpropagation through time.
     *
     * @param da ∂L/∂a<t> from above, [T][B][n]
     * @param dLast ∂L/∂ of the state after the last step, as far as it comes from later, [B][buffer][n]; left alone
     * @param gradient added to
     */
    Back backward(Tape tape, double[][][] da, double[][][] dLast, Weights gradient) {
        int steps = da.length;
        int columns = da[0].length;
        double[][][] dx = new double[steps][columns][tape.x()[0][0].length];
        double[][][] dState = new double[columns][cell.stateBuffers()][];
        for (int b = 0; b < columns; b++) {
            for (int buffer = 0; buffer < cell.stateBuffers(); buffer++) {
                dState[b][buffer] = dLast[b][buffer].clone();
            }
        }
        for (int t = steps - 1; t >= 0; t--) {
            for (int b = 0; b < columns; b++) {
                for (int i = 0; i < n; i++) {
                    dState[b][0][i] += da[t][b][i];
                }
                dState[b] = tape.blank()[t][b]
                        ? new double[cell.stateBuffers()][n]
                        : backward(tape, t, b, dState[b], dx[t][b], gradient);
            }
        }
        return new Back(dx, dState);
    }

    /** One step of one example; returns ∂L/∂ the state before it. */
    private double[][] backward(Tape tape, int t, int b, double[][] dAfter, double[] dx, Weights gradient) {
        int recurrentFrom = cell.blocks() - cell.recurrentBlocks();
        double[][] before = tape.states()[t][b];
        double[][] dBefore = new double[cell.stateBuffers()][n];
        double[][] dz = new double[cell.blocks()][n];
        for (int i = 0; i < n; i++) {
            OracleCell.Back back = cell.backward(unit(tape.z()[t][b], i), unit(before, i), unit(dAfter, i));
            setUnit(dz, i, back.dz());
            setUnit(dBefore, i, back.dBefore());
        }
        for (int k = 0; k < cell.blocks(); k++) {
            for (int i = 0; i < n; i++) {
                gradient.ba()[k * n + i][0] += dz[k][i];
                if (k < cell.inputBlocks()) {
                    addOuter(gradient.wax(), k * n + i, dz[k][i], tape.x()[t][b]);
                    addRow(dx, weights.wax(), k * n + i, dz[k][i]);
                }
                if (k >= recurrentFrom) {
                    addOuter(gradient.waa(), (k - recurrentFrom) * n + i, dz[k][i], before[0]);
                    addRow(dBefore[0], weights.waa(), (k - recurrentFrom) * n + i, dz[k][i]);
                }
            }
        }
        return dBefore;
    }

    private static double[] unit(double[][] buffers, int i) {
        double[] values = new double[buffers.length];
        for (int k = 0; k < buffers.length; k++) {
            values[k] = buffers[k][i];
        }
        return values;
    }

    private static void setUnit(double[][] buffers, int i, double[] values) {
        for (int k = 0; k < buffers.length; k++) {
            buffers[k][i] = values[k];
        }
    }
}
