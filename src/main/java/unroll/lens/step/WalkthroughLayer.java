package unroll.lens.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import unroll.cell.Cell;
import unroll.cell.formula.Equation;
import unroll.cell.formula.Formula;
import unroll.cell.formula.FormulaToken;
import unroll.cell.formula.Variable;
import unroll.network.Direction;
import unroll.network.Network;

/**
 * One layer's weights and formulas in one direction: the cell's own, before them the pre-activations' sums of products, and on
 * the way back behind them what goes on to the step before.
 */
final class WalkthroughLayer {
    private static final Variable STATE_GRADIENT = Variable.before("a").gradient();
    private static final Variable THROUGH_PRODUCT = new Variable("Waaᵀ·∂L/∂z", "", "");

    final Cell cell;
    final int hidden;
    final Direction direction;
    private final String above;
    private final Weights wax;
    private final Weights waa;
    private final Weights ba;
    private final List<Equation> forward = new ArrayList<>();
    private final List<Equation> backward;
    private final Equation toStateBefore;

    /**
     * @param prefix of its tensors' names
     * @param above what reads it, in words
     */
    WalkthroughLayer(Network network, String prefix, Direction direction, String above) {
        cell = network.spec().kind();
        hidden = network.spec().hidden();
        this.direction = direction;
        this.above = above;
        wax = new Weights(network.parameters(), prefix + "Wax");
        waa = new Weights(network.parameters(), prefix + "Waa");
        ba = new Weights(network.parameters(), prefix + "ba");
        for (int block = 0; block < cell.blocks(); block++) {
            forward.add(new Equation(z(block), sum(block)));
        }
        forward.addAll(cell.equations().forward());
        backward = cell.equations().backward();
        toStateBefore = toStateBefore();
    }

    /** All of ∂L/∂a<t-1>: through the product and, in some cells, past it; takes the second part out of the other formulas. */
    private Equation toStateBefore() {
        Formula pastProduct = null;
        for (Equation equation : backward) {
            pastProduct = equation.symbol().equals(STATE_GRADIENT) ? equation.formula() : pastProduct;
        }
        backward.removeIf(equation -> equation.symbol().equals(STATE_GRADIENT));
        return new Equation(STATE_GRADIENT, pastProduct == null ? THROUGH_PRODUCT : THROUGH_PRODUCT.plus(pastProduct));
    }

    Variable z(int block) {
        return Variable.z(cell.blockName(block));
    }

    boolean readsInput(int block) {
        return block < cell.inputBlocks().size();
    }

    boolean readsState(int block) {
        return block >= cell.recurrentFrom();
    }

    private Formula sum(int block) {
        Variable bias = new Variable("b", cell.blockName(block), "");
        if (readsInput(block) && readsState(block)) {
            return inputShare(block).plus(stateShare(block)).plus(bias);
        }
        return (readsInput(block) ? inputShare(block) : stateShare(block)).plus(bias);
    }

    private String inputMatrix(int block) {
        return "W%sx".formatted(cell.inputBlocks().get(block));
    }

    private String stateMatrix(int block) {
        return "W%sa".formatted(cell.recurrentBlocks().get(block - cell.recurrentFrom()));
    }

    /** {@code Wfx·x<t>} of a block f. */
    private Variable inputShare(int block) {
        return new Variable(inputMatrix(block) + "·x", "", "t");
    }

    /** {@code Wfa·a<t-1>} of a block f. */
    private Variable stateShare(int block) {
        return new Variable(stateMatrix(block) + "·a", "", "t-1");
    }

    /** As it is written here: where the layer reads backward, the step before t is t+1. */
    FormulaToken written(FormulaToken piece) {
        String text = piece.text().replace("from above", "from " + above);
        if (direction == Direction.BACKWARD) {
            text = text.contains("<t-1>") ? text.replace("<t-1>", "<t+1>") : text.replace("<t+1>", "<t-1>");
        }
        return new FormulaToken(text, piece.value());
    }

    /** The formulas of the way forward with the numbers of a unit. */
    List<FormulaValues> linesForward(Values values, int unit) {
        return lines(forward, values, unit);
    }

    /** The formulas of the way back likewise. */
    List<FormulaValues> linesBackward(Values values, int unit) {
        List<FormulaValues> lines = new ArrayList<>(lines(backward, values, unit));
        lines.addAll(lines(List.of(toStateBefore), values, unit));
        return lines;
    }

    private List<FormulaValues> lines(List<Equation> equations, Values values, int unit) {
        return equations.stream()
                .map(equation -> new FormulaValues(
                        equation.symbol(),
                        equation.pieces(values.ofUnit(unit)).stream()
                                .map(this::written)
                                .toList()))
                .toList();
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
            values.put(Variable.before(names.get(slab)), before[slab]);
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
            values.put(new Variable("b", cell.blockName(block), ""), slab(biases, block));
        }
        values.workOut(forward);
        return values;
    }

    /** The state after a step, [slab][n_a]. */
    double[][] after(Values forward) {
        return cell.equations().state().stream()
                .map(name -> forward.of(Variable.after(name)))
                .toArray(double[][]::new);
    }

    /**
     * Everything the layer works out on the way back, beside what it did forward.
     *
     * @param forward what {@link #forward} gave
     * @param da ∂L/∂a<t>, as far as it comes from above, [n_a]
     * @param next ∂L/∂ the state after the step, as far as it comes from the steps it is read at, [slab][n_a]
     */
    Values backward(Values forward, double[] da, double[][] next) {
        Values values = forward.copy();
        List<String> names = cell.equations().state();
        values.put(Variable.fromAbove(), da);
        for (int slab = 0; slab < next.length; slab++) {
            values.put(Variable.fromNext(names.get(slab)), next[slab]);
        }
        values.workOut(backward);
        values.put(THROUGH_PRODUCT, waa.transposedTimes(dz(values, cell.recurrentFrom(), cell.blocks())));
        values.workOut(List.of(toStateBefore));
        return values;
    }

    /** ∂L/∂ the state before the step, of all the ways back to it, [slab][n_a]. */
    double[][] stateBefore(Values backward) {
        return cell.equations().state().stream()
                .map(name -> backward.of(Variable.before(name).gradient()))
                .toArray(double[][]::new);
    }

    /** ∂L/∂ a state that nothing reads, [slab][n_a]. */
    double[][] nothing() {
        return new double[cell.stateSlabs()][hidden];
    }

    /** ∂L/∂x, [n_x]. */
    double[] inputGradient(Values backward) {
        return wax.transposedTimes(dz(backward, 0, cell.inputBlocks().size()));
    }

    private double[] slab(double[] blocks, int block) {
        return Arrays.copyOfRange(blocks, block * hidden, (block + 1) * hidden);
    }

    private double[] dz(Values backward, int from, int to) {
        double[] dz = new double[(to - from) * hidden];
        for (int block = from; block < to; block++) {
            System.arraycopy(backward.of(z(block).gradient()), 0, dz, (block - from) * hidden, hidden);
        }
        return dz;
    }

    /** The terms of {@code Wax·x<t>} for a unit and block, [n_x]; none where the input does not reach the block. */
    List<ProductTerm> inputTerms(int block, int unit, double[] x) {
        return readsInput(block) ? terms(inputMatrix(block), wax, block * hidden + unit, x) : List.of();
    }

    /** The terms of {@code Waa·a<t-1>} for a unit and block, [n_a]; none where the state does not reach the block. */
    List<ProductTerm> stateTerms(int block, int unit, double[] aBefore) {
        int row = (block - cell.recurrentFrom()) * hidden + unit;
        return readsState(block) ? terms(stateMatrix(block), waa, row, aBefore) : List.of();
    }

    private static List<ProductTerm> terms(String matrix, Weights weights, int row, double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(j -> new ProductTerm(matrix, j, weights.at(row, j), values[j]))
                .toList();
    }
}
