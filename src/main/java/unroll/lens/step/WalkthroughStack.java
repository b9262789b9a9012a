package unroll.lens.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import unroll.lens.step.ForwardStep.LayerStep;
import unroll.network.Direction;
import unroll.network.Network;
import unroll.network.NetworkSpec;

/** Layers over one another, in one direction or both, walking through steps in doubles. */
final class WalkthroughStack {
    private final int hidden;
    private final int directions;
    private final List<WalkthroughLayer> rows = new ArrayList<>();

    /**
     * @param prefix of its tensors' names
     * @param above what reads the highest layer, in words
     */
    WalkthroughStack(Network network, String prefix, String above) {
        NetworkSpec spec = network.spec();
        hidden = spec.hidden();
        directions = spec.directions().count();
        for (int layer = 0; layer < spec.layers(); layer++) {
            String reader = layer == spec.layers() - 1 ? above : "layer " + (layer + 2);
            for (Direction direction : spec.directions().each()) {
                String of = prefix + "layer" + layer + (direction == Direction.BACKWARD ? ".reverse." : ".");
                rows.add(new WalkthroughLayer(network, of, direction, reader));
            }
        }
    }

    /** ∂L/∂ states that nothing reads, [row][slab][n_a]. */
    double[][][] nothing() {
        return rows.stream().map(WalkthroughLayer::nothing).toArray(double[][][]::new);
    }

    /** Steps in the order in which a direction reads them. */
    private static int[] order(Direction direction, int steps) {
        return IntStream.range(0, steps)
                .map(i -> direction == Direction.FORWARD ? i : steps - 1 - i)
                .toArray();
    }

    /**
     * The way forward.
     *
     * @param inputs what the lowest layer reads, [t][n_x]
     * @param start the state of every row, [row][slab][n_a]
     * @return [t][row]
     */
    List<List<LayerStep>> forward(double[][] inputs, double[][][] start) {
        double[][] x = inputs;
        List<List<LayerStep>> steps = new ArrayList<>();
        for (int t = 0; t < x.length; t++) {
            steps.add(new ArrayList<>());
        }
        for (int row = 0; row < rows.size(); row++) {
            WalkthroughLayer layer = rows.get(row);
            double[][] state = start[row];
            for (int t : order(layer.direction, x.length)) {
                LayerStep step = new LayerStep(layer, x[t], layer.forward(x[t], state));
                state = layer.after(step.values());
                steps.get(t).add(step);
            }
            x = (row + 1) % directions == 0 ? outputs(steps) : x;
        }
        return steps;
    }

    /** What the highest layer so far gives, its directions one above the other, [t][D·n_a]. */
    private double[][] outputs(List<List<LayerStep>> steps) {
        return steps.stream().map(this::output).toArray(double[][]::new);
    }

    /** The same at one step. */
    double[] output(List<LayerStep> step) {
        double[] output = new double[directions * hidden];
        for (int d = 0; d < directions; d++) {
            LayerStep of = step.get(step.size() - directions + d);
            System.arraycopy(of.layer().after(of.values())[0], 0, output, d * hidden, hidden);
        }
        return output;
    }

    /**
     * The way back.
     *
     * @param values [t][row]
     * @param start ∂L/∂ the state before the first step, [row][slab][n_a]
     */
    record Back(Values[][] values, double[][][] start) {}

    /**
     * Goes back.
     *
     * @param dTop ∂L/∂ what the highest layer gave, [t][D·n_a]
     * @param end ∂L/∂ the state after the last step, as far as it comes from later ones, [row][slab][n_a]
     */
    Back backward(List<ForwardStep> steps, double[][] dTop, double[][][] end) {
        Values[][] values = new Values[steps.size()][rows.size()];
        double[][][] start = new double[rows.size()][][];
        double[][] da = dTop;
        for (int first = rows.size() - directions; first >= 0; first -= directions) {
            double[][] dx = new double[steps.size()][directions * hidden];
            for (int row = first; row < first + directions; row++) {
                start[row] = backward(row, steps, part(da, row - first), end[row], values);
                if (first > 0) { // symbols have no gradient
                    addInputGradients(row, values, dx);
                }
            }
            da = dx;
        }
        return new Back(values, start);
    }

    private double[][] part(double[][] da, int direction) {
        return Arrays.stream(da)
                .map(both -> Arrays.copyOfRange(both, direction * hidden, (direction + 1) * hidden))
                .toArray(double[][]::new);
    }

    /** One row's way back; returns ∂L/∂ the state before its first step. */
    private double[][] backward(int row, List<ForwardStep> steps, double[][] da, double[][] end, Values[][] values) {
        WalkthroughLayer layer = rows.get(row);
        double[][] next = end;
        int[] order = order(layer.direction, steps.size());
        for (int i = order.length - 1; i >= 0; i--) {
            int t = order[i];
            values[t][row] = layer.backward(steps.get(t).values(row), da[t], next);
            next = layer.stateBefore(values[t][row]);
        }
        return next;
    }

    private void addInputGradients(int row, Values[][] values, double[][] dx) {
        for (int t = 0; t < dx.length; t++) {
            double[] gradient = rows.get(row).inputGradient(values[t][row]);
            for (int i = 0; i < gradient.length; i++) {
                dx[t][i] += gradient[i];
            }
        }
    }
}
