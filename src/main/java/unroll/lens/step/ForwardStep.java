package unroll.lens.step;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import unroll.network.Direction;
import unroll.reference.LayerTape;
import unroll.reference.ReferenceStep;
import unroll.reference.Variable;

/**
 * A {@link ReferenceStep} of a network that read one symbol, with the equations behind its numbers. Immutable.
 *
 * <p>Rows are layers from the lowest up, all directions of one before the next, as in a {@link unroll.network.State}.
 */
public final class ForwardStep {
    private final ReferenceStep step;
    private final List<LayerFormulas> formulas;

    /**
     * One term of a pre-activation's sum: a weight and the number it stands before.
     *
     * @param matrix the weight's, for example {@code Wfa}
     * @param ofInput whether it stands before what the layer reads, and not before its own state
     * @param from index of what it comes from: a symbol, a unit of the layer below, or a unit of the same layer a step before
     * @param weight entry of Wax or Waa
     * @param value what it is multiplied by
     */
    public record ProductTerm(String matrix, boolean ofInput, int from, double weight, double value) {
        public double product() {
            return weight * value;
        }
    }

    ForwardStep(ReferenceStep step, List<LayerFormulas> formulas) {
        this.step = step;
        this.formulas = formulas;
    }

    /** The numbers alone. */
    ReferenceStep reference() {
        return step;
    }

    LayerFormulas formulas(int row) {
        return formulas.get(row);
    }

    /** x<t>. */
    public int symbol() {
        return step.symbol();
    }

    /** Layers times directions. */
    public int rows() {
        return formulas.size();
    }

    /** How many directions each layer has. */
    public int directions() {
        return (int) formulas.stream().map(row -> row.direction).distinct().count();
    }

    /** Which way a row reads. */
    public Direction direction(int row) {
        return formulas.get(row).direction;
    }

    /** Every vector of a row: state before, shares of the pre-activations, pre-activations, gates, state after. */
    public LayerTape values(int row) {
        return step.rows().get(row);
    }

    /** A quantity of a row as it is written there, with its number for a unit. */
    public FormulaValues line(int row, Variable of, int unit) {
        return formulas.get(row).line(values(row), of, unit);
    }

    /** The row's formulas in the order of computation, with the numbers of one unit. */
    public List<FormulaValues> lines(int row, int unit) {
        return formulas.get(row).forward(values(row), unit);
    }

    /** The terms that make up {@code Wax·x<t>} of a unit, in the order of what they come from. */
    public List<ProductTerm> inputTerms(int row, int block, int unit) {
        return formulas.get(row).inputTerms(values(row), block, unit);
    }

    /** The terms that make up {@code Waa·a<t-1>} of a unit, likewise. */
    public List<ProductTerm> stateTerms(int row, int block, int unit) {
        return formulas.get(row).stateTerms(values(row), block, unit);
    }

    /**
     * Of all terms of all pre-activations of a unit those that count most, largest first.
     *
     * @param count at most
     */
    public List<ProductTerm> largestTerms(int row, int unit, int count) {
        LayerFormulas of = formulas.get(row);
        return IntStream.range(0, of.cell.blocks())
                .boxed()
                .flatMap(block -> of.terms(values(row), block, unit))
                .filter(term -> term.product() != 0)
                .sorted(Comparator.comparingDouble((ProductTerm term) -> -Math.abs(term.product())))
                .limit(count)
                .toList();
    }

    /** Whether it gives something: an encoder's step does not. */
    public boolean gives() {
        return step.gives();
    }

    /** [V], or empty in an encoder; a copy. */
    public double[] logits() {
        return step.logits();
    }

    /** ŷ<t> = softmax(logits), [V], or empty in an encoder. */
    public double[] probabilities() {
        return step.probabilities();
    }
}
