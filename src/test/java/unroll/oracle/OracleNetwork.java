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
 * <p>States are {@code s[layer][b][slab][unit]}, logits {@code [t][b][symbol]}. The loss is the mean over the steps that
 * have a target, in nats; 0 where none has.
 */
public final class OracleNetwork {
    /** What a window gives, forward. */
    public record Forward(double loss, double[][][] logits, double[][][][] last) {}

    /** What a window gives, back. */
    public record Gradient(OracleWeights weights, double[][][][] initial) {}

    private final OracleShape shape;
    private final OracleWeights weights;

    public OracleNetwork(OracleShape shape, OracleWeights weights) {
        this.shape = shape;
        this.weights = weights;
    }

    /** A state of normally distributed numbers, for B columns. */
    public static double[][][][] randomState(OracleShape shape, int columns, Random random) {
        double[][][][] state = new double[shape.layers()][columns][][];
        for (double[][][] layer : state) {
            for (int b = 0; b < columns; b++) {
                layer[b] = OracleMath.random(shape.cell().stateSlabs(), shape.hidden(), 0.5, random);
            }
        }
        return state;
    }

    public static double[][][][] zeroState(OracleShape shape, int columns) {
        return new double[shape.layers()][columns][shape.cell().stateSlabs()][shape.hidden()];
    }

    public Forward forward(Batch batch, double[][][][] initial) {
        OracleLayer.Tape[] tapes = layers(batch, initial);
        double[][][] logits = logits(top(tapes));
        double[][][][] last = new double[tapes.length][][][];
        for (int layer = 0; layer < tapes.length; layer++) {
            last[layer] = tapes[layer].last();
        }
        return new Forward(loss(batch, logits), logits, last);
    }

    /** As {@link OracleCell#distanceToKink}, the nearest of all units and steps. */
    public double distanceToKink(Batch batch, double[][][][] initial) {
        OracleLayer.Tape[] tapes = layers(batch, initial);
        double nearest = Double.POSITIVE_INFINITY;
        for (int layer = 0; layer < tapes.length; layer++) {
            OracleLayer unrolled = new OracleLayer(shape.cell(), weights.layer(layer));
            nearest = Math.min(nearest, unrolled.distanceToKink(tapes[layer]));
        }
        return nearest;
    }

    /** Truncated backpropagation through time: exact in the window and at its start, nothing from behind its end. */
    public Gradient backward(Batch batch, double[][][][] initial) {
        OracleLayer.Tape[] tapes = layers(batch, initial);
        double[][][] logits = logits(top(tapes));
        OracleWeights gradient = OracleWeights.zeros(shape);
        double[][][] da = throughOutput(top(tapes), dLogits(batch, logits), gradient);
        double[][][][] dInitial = new double[tapes.length][][][];
        for (int layer = tapes.length - 1; layer >= 0; layer--) {
            OracleLayer.Back back = new OracleLayer(shape.cell(), weights.layer(layer))
                    .backward(tapes[layer], da, gradient.layer(layer));
            dInitial[layer] = back.dInitial();
            da = back.dx();
        }
        return new Gradient(gradient, dInitial);
    }

    private OracleLayer.Tape[] layers(Batch batch, double[][][][] initial) {
        OracleLayer.Tape[] tapes = new OracleLayer.Tape[shape.layers()];
        double[][][] x = oneHot(batch);
        for (int layer = 0; layer < tapes.length; layer++) {
            tapes[layer] = new OracleLayer(shape.cell(), weights.layer(layer)).forward(x, initial[layer]);
            x = outputs(tapes[layer]);
        }
        return tapes;
    }

    private double[][][] oneHot(Batch batch) {
        double[][][] x = new double[batch.steps()][batch.columns()][shape.vocabulary()];
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.columns(); b++) {
                x[t][b][batch.inputs()[t * batch.columns() + b]] = 1;
            }
        }
        return x;
    }

    /** a<1> to a<T>. */
    private static double[][][] outputs(OracleLayer.Tape tape) {
        int steps = tape.states().length - 1;
        int columns = tape.states()[0].length;
        double[][][] a = new double[steps][columns][];
        for (int t = 0; t < steps; t++) {
            for (int b = 0; b < columns; b++) {
                a[t][b] = tape.states()[t + 1][b][0];
            }
        }
        return a;
    }

    private static double[][][] top(OracleLayer.Tape[] tapes) {
        return outputs(tapes[tapes.length - 1]);
    }

    private double[][][] logits(double[][][] a) {
        double[][] wy = weights.get("Wya");
        double[][] by = weights.get("by");
        double[][][] logits = new double[a.length][a[0].length][shape.vocabulary()];
        for (int t = 0; t < a.length; t++) {
            for (int b = 0; b < a[t].length; b++) {
                for (int v = 0; v < shape.vocabulary(); v++) {
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
        double[][][] d = new double[batch.steps()][batch.columns()][shape.vocabulary()];
        for (int t = 0; t < batch.steps(); t++) {
            for (int b = 0; b < batch.columns(); b++) {
                int target = batch.targets()[t * batch.columns() + b];
                for (int v = 0; target != Batch.NO_TARGET && v < shape.vocabulary(); v++) {
                    double probability = Math.exp(logits[t][b][v] - logSumExp(logits[t][b]));
                    d[t][b][v] = (probability - (v == target ? 1 : 0)) / targets(batch);
                }
            }
        }
        return d;
    }

    private double[][][] throughOutput(double[][][] a, double[][][] dLogits, OracleWeights gradient) {
        double[][][] da = new double[a.length][a[0].length][shape.hidden()];
        for (int t = 0; t < a.length; t++) {
            for (int b = 0; b < a[t].length; b++) {
                for (int v = 0; v < shape.vocabulary(); v++) {
                    gradient.get("by")[v][0] += dLogits[t][b][v];
                    addOuter(gradient.get("Wya"), v, dLogits[t][b][v], a[t][b]);
                    addRow(da[t][b], weights.get("Wya"), v, dLogits[t][b][v]);
                }
            }
        }
        return da;
    }
}
