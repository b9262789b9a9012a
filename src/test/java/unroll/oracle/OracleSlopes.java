package unroll.oracle;

import unroll.task.Batch;

/**
 * ∂L/∂ a hidden state by central differences: one unit is moved a little on its way to the layer above and to the step that is
 * read next, and the loss is looked at. Of one column, in doubles; L is the sum over the steps that are asked.
 */
public final class OracleSlopes {
    private static final double MOVE = 1e-5;

    private final OracleShape shape;
    private final OracleWeights weights;
    private final Reading reading;

    /**
     * What is read and asked.
     *
     * @param source of an encoder, or {@link Batch#PAD}; empty where there is none
     * @param start the state before the first step, [layer · directions + direction][b][buffer][unit]
     */
    public record Reading(int[] source, int[] inputs, int[] targets, double[][][][] start) {}

    /** Which of the two stacks of layers. */
    public enum Stack {
        ENCODER("encoder."),
        LAYERS("");

        private final String prefix;

        Stack(String prefix) {
            this.prefix = prefix;
        }
    }

    /** The state after a step, of a layer and direction: layer · directions + direction. */
    public record StateIndex(Stack stack, int row, int t, int buffer) {}

    private record Move(StateIndex place, int unit, double by) {}

    public OracleSlopes(OracleShape shape, OracleWeights weights, Reading reading) {
        this.shape = shape;
        this.weights = weights;
        this.reading = reading;
    }

    /** One number a unit. */
    public double[] at(StateIndex place) {
        double[] slopes = new double[shape.hidden()];
        for (int unit = 0; unit < slopes.length; unit++) {
            slopes[unit] = (loss(new Move(place, unit, MOVE)) - loss(new Move(place, unit, -MOVE))) / (2 * MOVE);
        }
        return slopes;
    }

    /** How far every unit of the unmoved pass keeps from a kink. */
    public double distanceToKink() {
        Batch batch = new Batch(reading.inputs.length, 1, reading.inputs, reading.targets);
        return shape.source() > 0
                ? new OracleEncoderDecoder(shape, weights).distanceToKink(reading.source, batch)
                : new OracleNetwork(shape, weights).distanceToKink(batch, reading.start);
    }

    private double loss(Move move) {
        double[][][][] state = reading.start;
        if (shape.source() > 0) {
            state = read(Stack.ENCODER, reading.source, shape.source(), state, move).last;
        }
        double[][] top = read(Stack.LAYERS, reading.inputs, shape.inputs(), state, move).top;
        double sum = 0;
        for (int t = 0; t < top.length; t++) {
            if (reading.targets[t] != Batch.NO_TARGET) {
                double[] logits = logits(top[t]);
                sum += OracleMath.logSumExp(logits) - logits[reading.targets[t]];
            }
        }
        return sum;
    }

    private double[] logits(double[] a) {
        double[] logits = new double[shape.outputs()];
        for (int v = 0; v < logits.length; v++) {
            logits[v] = weights.get("by")[v][0] + OracleMath.product(weights.get("Wya"), v, a);
        }
        return logits;
    }

    /** [t][unit] of the highest layer, and the state each row ends with. */
    private record Readout(double[][] top, double[][][][] last) {}

    private Readout read(Stack stack, int[] symbols, int vocabulary, double[][][][] start, Move move) {
        int steps = symbols.length;
        double[][] x = new double[steps][vocabulary];
        for (int t = 0; t < steps; t++) {
            if (symbols[t] != Batch.PAD) {
                x[t][symbols[t]] = 1;
            }
        }
        double[][][][] last = start.clone();
        for (int layer = 0; layer < shape.layers(); layer++) {
            double[][] above = new double[steps][shape.directions() * shape.hidden()];
            for (int d = 0; d < shape.directions(); d++) {
                int row = layer * shape.directions() + d;
                OracleLayer of =
                        new OracleLayer(shape.cell(), weights.layer(stack.prefix + OracleShape.layerName(layer, d)));
                for (int i = 0; i < steps; i++) {
                    int t = d == 0 ? i : steps - 1 - i;
                    last[row] = step(of, x[t], symbols[t] == Batch.PAD, last[row]);
                    moved(new StateIndex(stack, row, t, move.place.buffer), move, last[row]);
                    System.arraycopy(last[row][0][0], 0, above[t], d * shape.hidden(), shape.hidden());
                }
            }
            x = above;
        }
        return new Readout(x, last);
    }

    private static double[][][] step(OracleLayer layer, double[] x, boolean blank, double[][][] before) {
        return layer.forward(new double[][][] {{x}}, new boolean[][] {{blank}}, before)
                .last();
    }

    private static void moved(StateIndex here, Move move, double[][][] state) {
        if (here.equals(move.place)) {
            state[0][here.buffer][move.unit] += move.by;
        }
    }
}
