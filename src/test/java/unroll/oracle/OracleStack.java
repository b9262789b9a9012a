package unroll.oracle;

import java.util.Arrays;
import unroll.task.Batch;

/**
 * Layers over one another, in one direction or both. The second direction is the first over a sequence turned round.
 *
 * <p>States are {@code s[layer · directions + direction][b][buffer][unit]}.
 */
final class OracleStack {
    /**
     * What the backward pass needs.
     *
     * @param tapes one a layer and direction; those of the second direction begin with the last step
     * @param top what is given above, [t][b][directions · n]
     */
    record Run(OracleLayer.Tape[] tapes, double[][][] top) {
        double[][][][] last() {
            double[][][][] last = new double[tapes.length][][][];
            for (int i = 0; i < tapes.length; i++) {
                last[i] = tapes[i].last();
            }
            return last;
        }
    }

    private final OracleShape shape;
    private final String prefix;
    private final OracleWeights weights;

    /** @param prefix before the names of its tensors */
    OracleStack(OracleShape shape, String prefix, OracleWeights weights) {
        this.shape = shape;
        this.prefix = prefix;
        this.weights = weights;
    }

    /**
     * @param symbols step-major, or {@link Batch#PAD}
     * @param vocabulary how many there are
     */
    Run forward(int[] symbols, int vocabulary, double[][][][] initial) {
        int columns = initial[0].length;
        double[][][] x = oneHot(symbols, columns, vocabulary);
        boolean[][] blank = blank(symbols, columns);
        OracleLayer.Tape[] tapes = new OracleLayer.Tape[initial.length];
        for (int layer = 0; layer < shape.layers(); layer++) {
            double[][][] above = new double[x.length][columns][0];
            for (int d = 0; d < shape.directions(); d++) {
                int at = layer * shape.directions() + d;
                tapes[at] = layer(layer, d).forward(turned(x, d), turned(blank, d), initial[at]);
                above = stacked(above, turned(outputs(tapes[at]), d));
            }
            x = above;
        }
        return new Run(tapes, x);
    }

    /**
     * @param dTop ∂L/∂ of what was given above
     * @param dLast ∂L/∂ of the states after the last step
     * @param gradient added to
     * @return ∂L/∂ of the initial states
     */
    double[][][][] backward(Run run, double[][][] dTop, double[][][][] dLast, OracleWeights gradient) {
        double[][][][] dInitial = new double[run.tapes.length][][][];
        double[][][] da = dTop;
        for (int layer = shape.layers() - 1; layer >= 0; layer--) {
            int below = run.tapes[layer * shape.directions()].x()[0][0].length;
            double[][][] dx = new double[da.length][da[0].length][below];
            for (int d = 0; d < shape.directions(); d++) {
                int at = layer * shape.directions() + d;
                OracleLayer.Back back = layer(layer, d)
                        .backward(
                                run.tapes[at],
                                turned(part(da, d), d),
                                dLast[at],
                                gradient.layer(prefix + OracleShape.layerName(layer, d)));
                dInitial[at] = back.dInitial();
                add(turned(back.dx(), d), dx);
            }
            da = dx;
        }
        return dInitial;
    }

    double distanceToKink(Run run) {
        double nearest = Double.POSITIVE_INFINITY;
        for (OracleLayer.Tape tape : run.tapes) {
            nearest = Math.min(nearest, layer(0, 0).distanceToKink(tape));
        }
        return nearest;
    }

    private OracleLayer layer(int layer, int direction) {
        return new OracleLayer(shape.cell(), weights.layer(prefix + OracleShape.layerName(layer, direction)));
    }

    private static double[][][] oneHot(int[] symbols, int columns, int vocabulary) {
        double[][][] x = new double[symbols.length / columns][columns][vocabulary];
        for (int i = 0; i < symbols.length; i++) {
            if (symbols[i] != Batch.PAD) {
                x[i / columns][i % columns][symbols[i]] = 1;
            }
        }
        return x;
    }

    private static boolean[][] blank(int[] symbols, int columns) {
        boolean[][] blank = new boolean[symbols.length / columns][columns];
        for (int i = 0; i < symbols.length; i++) {
            blank[i / columns][i % columns] = symbols[i] == Batch.PAD;
        }
        return blank;
    }

    /** A sequence in the order in which a direction reads it, or back from there. */
    private static <T> T[] turned(T[] sequence, int direction) {
        T[] turned = sequence.clone();
        for (int t = 0; direction == 1 && t < turned.length; t++) {
            turned[t] = sequence[turned.length - 1 - t];
        }
        return turned;
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

    private static double[][][] stacked(double[][][] upper, double[][][] lower) {
        double[][][] both = new double[upper.length][upper[0].length][];
        for (int t = 0; t < both.length; t++) {
            for (int b = 0; b < both[t].length; b++) {
                int n = upper[t][b].length;
                both[t][b] = Arrays.copyOf(upper[t][b], n + lower[t][b].length);
                System.arraycopy(lower[t][b], 0, both[t][b], n, lower[t][b].length);
            }
        }
        return both;
    }

    private double[][][] part(double[][][] stacked, int direction) {
        double[][][] part = new double[stacked.length][stacked[0].length][];
        for (int t = 0; t < part.length; t++) {
            for (int b = 0; b < part[t].length; b++) {
                part[t][b] =
                        Arrays.copyOfRange(stacked[t][b], direction * shape.hidden(), (direction + 1) * shape.hidden());
            }
        }
        return part;
    }

    private static void add(double[][][] from, double[][][] to) {
        for (int t = 0; t < to.length; t++) {
            for (int b = 0; b < to[t].length; b++) {
                for (int i = 0; i < to[t][b].length; i++) {
                    to[t][b][i] += from[t][b][i];
                }
            }
        }
    }
}
