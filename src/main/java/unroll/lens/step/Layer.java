package unroll.lens.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.cell.Cell;
import unroll.cell.formula.Equation;
import unroll.cell.formula.Formula;
import unroll.cell.formula.Symbol;
import unroll.network.Network;

/** One layer's weights and formulas: the cell's own, and before them the pre-activations' sums of products. */
final class Layer {
    final Cell cell;
    final int hidden;
    final List<Equation> forward;
    final List<Equation> backward;
    private final Weights wax;
    private final Weights waa;
    private final Weights ba;

    Layer(Network network, int number) {
        cell = network.spec().kind();
        hidden = network.spec().hidden();
        String prefix = "layer%d.".formatted(number);
        wax = new Weights(network.parameters(), prefix + "Wax");
        waa = new Weights(network.parameters(), prefix + "Waa");
        ba = new Weights(network.parameters(), prefix + "ba");
        forward = new ArrayList<>();
        for (int block = 0; block < cell.blocks(); block++) {
            forward.add(new Equation(z(block), sum(block)));
        }
        forward.addAll(cell.equations().forward());
        backward = cell.equations().backward();
    }

    Symbol z(int block) {
        return Symbol.z(cell.blockName(block));
    }

    boolean readsInput(int block) {
        return block < cell.inputBlocks().size();
    }

    boolean readsState(int block) {
        return block >= cell.recurrentFrom();
    }

    private Formula sum(int block) {
        Symbol bias = new Symbol("b", cell.blockName(block), "");
        if (readsInput(block) && readsState(block)) {
            return inputShare(block).plus(stateShare(block)).plus(bias);
        }
        return (readsInput(block) ? inputShare(block) : stateShare(block)).plus(bias);
    }

    /** {@code Wfx·x<t>} of a block f. */
    private Symbol inputShare(int block) {
        return new Symbol("W%sx·x".formatted(cell.inputBlocks().get(block)), "", "t");
    }

    /** {@code Wfa·a<t-1>} of a block f. */
    private Symbol stateShare(int block) {
        String name = cell.recurrentBlocks().get(block - cell.recurrentFrom());
        return new Symbol("W%sa·a".formatted(name), "", "t-1");
    }

    /**
     * Everything the layer works out in a step.
     *
     * @param x what it reads, [n_x]
     * @param before its state before the step, [slab][n_a]
     */
    Values forward(double[] x, double[][] before) {
        Values values = new Values(hidden);
        List<String> names = cell.equations().state();
        for (int slab = 0; slab < before.length; slab++) {
            values.put(Symbol.before(names.get(slab)), before[slab]);
        }
        double[] fromInput = wax.times(x);
        double[] fromState = waa.times(before[0]);
        double[] biases = ba.times(new double[] {1});
        for (int block = 0; block < cell.blocks(); block++) {
            if (readsInput(block)) {
                values.put(inputShare(block), slab(fromInput, block));
            }
            if (readsState(block)) {
                values.put(stateShare(block), slab(fromState, block - cell.recurrentFrom()));
            }
            values.put(new Symbol("b", cell.blockName(block), ""), slab(biases, block));
        }
        values.workOut(forward);
        return values;
    }

    /**
     * Everything the layer works out on the way back, beside what it did forward.
     *
     * @param forward what {@link #forward} gave
     * @param da ∂L/∂a<t>, as far as it comes from above, [n_a]
     * @param later ∂L/∂ the state after the step, as far as it comes from later steps, [slab][n_a]
     */
    Values backward(Values forward, double[] da, double[][] later) {
        Values values = forward.copy();
        List<String> names = cell.equations().state();
        for (int slab = 0; slab < later.length; slab++) {
            values.put(Symbol.after(names.get(slab)).arriving(), slab == 0 ? sum(da, later[0]) : later[slab]);
        }
        values.workOut(backward);
        return values;
    }

    private double[] slab(double[] blocks, int block) {
        return Arrays.copyOfRange(blocks, block * hidden, (block + 1) * hidden);
    }

    private static double[] sum(double[] left, double[] right) {
        double[] sum = left.clone();
        Arrays.setAll(sum, i -> left[i] + right[i]);
        return sum;
    }

    /** What comes from later where nothing does, [slab][n_a]. */
    double[][] nothing() {
        return new double[cell.stateSlabs()][hidden];
    }

    /** ∂L/∂x, [n_x]. */
    double[] inputGradient(Values backward) {
        return wax.transposedTimes(dz(backward, 0, cell.inputBlocks().size()));
    }

    /** The part of ∂L/∂a<t-1> that flows through the recurrent product, [n_a]. */
    double[] stateGradient(Values backward) {
        return waa.transposedTimes(dz(backward, cell.recurrentFrom(), cell.blocks()));
    }

    private double[] dz(Values backward, int from, int to) {
        double[] dz = new double[(to - from) * hidden];
        for (int block = from; block < to; block++) {
            System.arraycopy(backward.of(z(block).gradient()), 0, dz, (block - from) * hidden, hidden);
        }
        return dz;
    }

    /** The terms of {@code Wax·x<t>} for a unit and block, [n_x]; none where the input does not reach the block. */
    List<Term> inputTerms(int block, int unit, double[] x) {
        return readsInput(block) ? terms(wax, block * hidden + unit, x) : List.of();
    }

    /** The terms of {@code Waa·a<t-1>} for a unit and block, [n_a]; none where the state does not reach the block. */
    List<Term> stateTerms(int block, int unit, double[] aBefore) {
        return readsState(block) ? terms(waa, (block - cell.recurrentFrom()) * hidden + unit, aBefore) : List.of();
    }

    private static List<Term> terms(Weights weights, int row, double[] values) {
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            terms.add(new Term(j, weights.at(row, j), values[j]));
        }
        return terms;
    }
}
