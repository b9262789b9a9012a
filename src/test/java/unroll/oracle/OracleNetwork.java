package unroll.oracle;

import static unroll.oracle.OracleMath.addOuter;
import static unroll.oracle.OracleMath.addRow;
import static unroll.oracle.OracleMath.logSumExp;
import static unroll.oracle.OracleMath.product;

import java.util.Random;
import unroll.task.Batch;

/**
 * Layers over one another, an output layer and the softmax cross-entropy, in naive loops.
 *
 * <p>States are {@code s[layer · directions + direction][b][buffer][unit]}, logits {@code [t][b][symbol]}. The loss is the mean over the steps that
 * have a target, in nats; 0 where none has.
 */
public final class OracleNetwork {
    /** What a window gives, forward. */
    public record Forward(double loss, double[][][] logits, double[][][][] last) {}

    /** What a window gives, back. */
    public record Gradient(OracleWeights weights, double[][][][] initial) {}

    private final OracleShape shape;
    private final OracleWeights weights;
    private final OracleStack stack;

    public OracleNetwork(OracleShape shape, OracleWeights weights) {
        this.shape = shape;
        this.weights = weights;
        this.stack = new OracleStack(shape, "", weights);
    }

    /** A state of normally distributed numbers, for B columns. */
    public static double[][][][] randomState(OracleShape shape, int columns, Random random) {
        double[][][][] state = zeroState(shape, columns);
        for (double[][][] layer : state) {
            for (int b = 0; b < columns; b++) {
                layer[b] = OracleMath.random(shape.cell().stateBuffers(), shape.hidden(), 0.5, random);
            }
        }
        return state;
    }

    public static double[][][][] zeroState(OracleShape shape, int columns) {
        int layers = shape.layers() * shape.directions();
        return new double[layers][columns][shape.cell().stateBuffers()][shape.hidden()];
    }

    public Forward forward(Batch batch, double[][][][] initial) {
        OracleStack.Run run = run(batch, initial);
        double[][][] logits = logits(run.top());
        return new Forward(loss(batch, logits), logits, run.last());
    }

    /** As {@link OracleCell#distanceToKink}, the nearest of all units and steps. */
    public double distanceToKink(Batch batch, double[][][][] initial) {
        return stack.distanceToKink(run(batch, initial));
    }

    /** Truncated backpropagation through time: exact in the window and at its start, nothing from behind its end. */
    public Gradient backward(Batch batch, double[][][][] initial) {
        OracleStack.Run run = run(batch, initial);
        OracleWeights gradient = OracleWeights.zeros(shape);
        double[][][] da = throughOutput(run.top(), dLogits(batch, logits(run.top())), gradient);
        return new Gradient(gradient, stack.backward(run, da, zeroState(shape, batch.columns()), gradient));
    }

    private OracleStack.Run run(Batch batch, double[][][][] initial) {
        return stack.forward(batch.inputs(), shape.inputs(), initial);
    }

    private double[][][] logits(double[][][] a) {
        double[][] wy = weights.get("Wya");
        double[][] by = weights.get("by");
        double[][][] logits = new double[a.length][a[0].length][shape.outputs()];
        for (int t = 0; t < a.length; t++) {
            for (int b = 0; b < a[t].length; b++) {
                for (int v = 0; v < shape.outputs(); v++) {
                    logits[t][b][v] = by[v][0] + product(wy, v, a[t][b]);
                }
            }
        }
        return logits;
    }

    private static double loss(Batch batch, double[][][] logits) {
        double sum = 0;
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.columns(); b++) {
                int target = batch.targets()[t * batch.columns() + b];
                if (target != Batch.NO_TARGET) {
                    sum += logSumExp(logits[t][b]) - logits[t][b][target];
                }
            }
        }
        return sum / Math.max(targets(batch), 1);
    }

    private static int targets(Batch batch) {
        int count = 0;
        for (int target : batch.targets()) {
            count += target == Batch.NO_TARGET ? 0 : 1;
        }
        return count;
    }

    private double[][][] dLogits(Batch batch, double[][][] logits) {
        double[][][] d = new double[batch.steps()][batch.columns()][shape.outputs()];
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.columns(); b++) {
                int target = batch.targets()[t * batch.columns() + b];
                for (int v = 0; target != Batch.NO_TARGET && v < shape.outputs(); v++) {
                    double probability = Math.exp(logits[t][b][v] - logSumExp(logits[t][b]));
                    d[t][b][v] = (probability - (v == target ? 1 : 0)) / targets(batch);
                }
            }
        }
        return d;
    }

    private double[][][] throughOutput(double[][][] a, double[][][] dLogits, OracleWeights gradient) {
        double[][][] da = new double[a.length][a[0].length][a[0][0].length];
        for (int t = 0; t < a.length; t++) {
            for (int b = 0; b < a[t].length; b++) {
                for (int v = 0; v < shape.outputs(); v++) {
                    gradient.get("by")[v][0] += dLogits[t][b][v];
                    addOuter(gradient.get("Wya"), v, dLogits[t][b][v], a[t][b]);
                    addRow(da[t][b], weights.get("Wya"), v, dLogits[t][b][v]);
                }
            }
        }
        return da;
    }
}
