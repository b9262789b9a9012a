package unroll.lens.check;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import unroll.cell.Cell;
import unroll.lens.InputSequence;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters.Tensor;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.task.Batch;

/**
 * The forward pass of a network in doubles and plain loops, one column at a time. Exact enough that the loss can be seen to
 * change when one weight changes in the fifth decimal, which drowns in rounding where floats are used.
 */
final class DoubleNetwork {
    private final Network network;
    private final NetworkSpec spec;
    private final Cell cell;
    private final UnitFormula formula;
    /** The weights, as in {@link unroll.network.Parameters#values()}; one of them at a time may be moved. */
    final double[] weights;

    DoubleNetwork(Network network) {
        this.network = network;
        spec = network.spec();
        cell = spec.kind();
        formula = UnitFormula.of(spec.cell());
        float[] values = network.parameters().values();
        weights = new double[values.length];
        Arrays.setAll(weights, i -> values[i]);
    }

    /** What a layer reads at a step: a symbol, or the layer below; nothing where both are missing. */
    private record Input(int symbol, double @Nullable [] below) {
        static Input[] of(int[] symbols) {
            return Arrays.stream(symbols)
                    .mapToObj(symbol -> new Input(symbol, null))
                    .toArray(Input[]::new);
        }
    }

    /** The sum of −ln ŷ[target] over the steps of a column, in nats. */
    double loss(int[] source, InputSequence column) {
        double[][][] states = doubles(column.start());
        if (spec.hasEncoder()) {
            read("encoder.", source, states);
        }
        double[][] top = read("", column.inputs(), states);
        double sum = 0;
        for (int t = 0; t < top.length; t++) {
            int target = column.targets()[t];
            if (target != Batch.NO_TARGET) {
                sum -= logSoftmax(logits(top[t]), target);
            }
        }
        return sum;
    }

    /** [layer and direction][slab][unit]. */
    private static double[][][] doubles(State state) {
        double[][][] doubles = new double[state.slabs().length][][];
        for (int place = 0; place < doubles.length; place++) {
            float[][] slabs = state.slabs()[place];
            doubles[place] = new double[slabs.length][slabs[0].length];
            for (int slab = 0; slab < slabs.length; slab++) {
                for (int unit = 0; unit < slabs[slab].length; unit++) {
                    doubles[place][slab][unit] = slabs[slab][unit];
                }
            }
        }
        return doubles;
    }

    /**
     * Walks all layers through some symbols.
     *
     * @param prefix before the names of the tensors
     * @param states before the first step; the states after the last one are put there
     * @return what the top layer gives at each step
     */
    private double[][] read(String prefix, int[] symbols, double[][][] states) {
        int directions = spec.directions().count();
        Input[] inputs = Input.of(symbols);
        double[][] top = {};
        for (int layer = 0; layer < spec.layers(); layer++) {
            top = new double[symbols.length][spec.width()];
            for (int d = 0; d < directions; d++) {
                String name = prefix + "layer" + layer + (d == 0 ? "." : ".reverse.");
                walk(new Walk(name, d), inputs, states[layer * directions + d], top);
            }
            for (int t = 0; t < inputs.length; t++) {
                inputs[t] = new Input(symbols[t], top[t]);
            }
        }
        return top;
    }

    /** A layer by the beginning of its tensors' names, and which of its directions. */
    private record Walk(String name, int direction) {}

    private void walk(Walk walk, Input[] inputs, double[][] state, double[][] top) {
        boolean back = walk.direction > 0 && spec.directions() == Directions.TWO_WAY;
        for (int i = 0; i < inputs.length; i++) {
            int t = back ? inputs.length - 1 - i : i;
            step(walk.name, inputs[t], state);
            System.arraycopy(state[0], 0, top[t], walk.direction * spec.hidden(), spec.hidden());
        }
    }

    /** From the state before a step to the one after it, in place: zero where there is no symbol. */
    private void step(String name, Input input, double[][] state) {
        if (input.symbol == Unroll.NO_SYMBOL) {
            Arrays.stream(state).forEach(slab -> Arrays.fill(slab, 0));
            return;
        }
        double[] z = preActivations(name, input, state[0]);
        double[] zOfUnit = new double[cell.blocks()];
        double[] before = new double[state.length];
        for (int unit = 0; unit < spec.hidden(); unit++) {
            for (int block = 0; block < zOfUnit.length; block++) {
                zOfUnit[block] = z[block * spec.hidden() + unit];
            }
            for (int slab = 0; slab < before.length; slab++) {
                before[slab] = state[slab][unit];
            }
            double[] after = formula.after(zOfUnit, before);
            for (int slab = 0; slab < after.length; slab++) {
                state[slab][unit] = after[slab];
            }
        }
    }

    /** z = Wax·x + Waa·a + ba: the input from the first block on, the recurrent product up to the last. */
    private double[] preActivations(String name, Input input, double[] a) {
        Tensor wax = network.parameters().tensor(name + "Wax");
        Tensor ba = network.parameters().tensor(name + "ba");
        double[] z = Arrays.copyOfRange(weights, ba.offset(), ba.offset() + ba.size());
        if (input.below == null) {
            addColumn(wax, input.symbol, 1, z, 0);
        } else {
            addProduct(wax, input.below, z, 0);
        }
        addProduct(network.parameters().tensor(name + "Waa"), a, z, cell.recurrentFrom() * spec.hidden());
        return z;
    }

    private double[] logits(double[] a) {
        Tensor by = network.parameters().tensor("by");
        double[] logits = Arrays.copyOfRange(weights, by.offset(), by.offset() + by.size());
        addProduct(network.parameters().tensor("Wya"), a, logits, 0);
        return logits;
    }

    /** to[at ...] += W·x. */
    private void addProduct(Tensor w, double[] x, double[] to, int at) {
        for (int column = 0; column < x.length; column++) {
            addColumn(w, column, x[column], to, at);
        }
    }

    private void addColumn(Tensor w, int column, double times, double[] to, int at) {
        int from = w.offset() + column * w.rows();
        for (int row = 0; row < w.rows(); row++) {
            to[at + row] += weights[from + row] * times;
        }
    }

    private static double logSoftmax(double[] logits, int symbol) {
        double max = Arrays.stream(logits).max().orElseThrow();
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - max);
        }
        return logits[symbol] - max - Math.log(sum);
    }
}
