package unroll.reference;

import java.util.ArrayList;
import java.util.List;
import unroll.cell.Cell;
import unroll.reference.Equations.Equation;

/**
 * The equations of a whole layer for one unit: before the cell's own the sums that make its pre-activations,
 * {@code z = Wx·x<t> + Wa·a<t-1> + b} for each block, and behind its gradients what goes on to the step before.
 */
public final class LayerEquations {
    /** What flows back through the recurrent product. */
    static final Variable THROUGH_PRODUCT = new Variable("Waaᵀ·∂L/∂z", "", "");

    static final Variable STATE_GRADIENT = Variable.before("a").gradient();

    private final Cell cell;
    private final List<Equation> forward = new ArrayList<>();
    private final List<Equation> backward = new ArrayList<>();

    public LayerEquations(Cell cell) {
        this.cell = cell;
        Equations equations = ReferenceCell.of(cell.name()).equations();
        for (int block = 0; block < cell.blocks(); block++) {
            forward.add(new Equation(z(block), sum(block)));
        }
        forward.addAll(equations.forward());
        Formula stateGradient = THROUGH_PRODUCT;
        for (Equation equation : equations.backward()) {
            if (equation.symbol().equals(STATE_GRADIENT)) {
                stateGradient = THROUGH_PRODUCT.plus(equation.formula());
            } else {
                backward.add(equation);
            }
        }
        backward.add(new Equation(STATE_GRADIENT, stateGradient));
    }

    private Formula sum(int block) {
        if (readsInput(block) && readsState(block)) {
            return inputShare(block).plus(stateShare(block)).plus(bias(block));
        }
        return (readsInput(block) ? inputShare(block) : stateShare(block)).plus(bias(block));
    }

    /** In the order of computation. */
    public List<Equation> forward() {
        return List.copyOf(forward);
    }

    /** Of the backward pass in the order of computation; ∂L/∂a&lt;t-1&gt; comes last. */
    public List<Equation> backward() {
        return List.copyOf(backward);
    }

    /** Whether the input product reaches a block. */
    public boolean readsInput(int block) {
        return block < cell.inputBlocks().size();
    }

    /** Whether the recurrent product reaches a block. */
    public boolean readsState(int block) {
        return block >= cell.recurrentFrom();
    }

    /** Name of a block's rows of Wax, for example {@code Wfx}. */
    public String inputMatrix(int block) {
        return "W%sx".formatted(cell.inputBlocks().get(block));
    }

    /** Name of a block's rows of Waa, for example {@code Wfa}. */
    public String stateMatrix(int block) {
        return "W%sa".formatted(cell.recurrentBlocks().get(block - cell.recurrentFrom()));
    }

    /** {@code Wfx·x<t>} of a block f. */
    Variable inputShare(int block) {
        return new Variable(inputMatrix(block) + "·x", "", "t");
    }

    /** {@code Wfa·a<t-1>} of a block f. */
    Variable stateShare(int block) {
        return new Variable(stateMatrix(block) + "·a", "", "t-1");
    }

    Variable bias(int block) {
        return new Variable("b", cell.blockName(block), "");
    }

    /** The pre-activation of a block. */
    public Variable z(int block) {
        return Variable.z(cell.blockName(block));
    }
}
