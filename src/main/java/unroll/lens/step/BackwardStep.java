package unroll.lens.step;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import unroll.lens.step.ForwardStep.ProductTerm;
import unroll.reference.LayerTape;
import unroll.reference.ReferenceStep;
import unroll.reference.Variable;
import unroll.task.Batch;

/**
 * The backward pass through one step, from the loss to the weights and the state before. Immutable; rows as in a
 * {@link ForwardStep}.
 */
public final class BackwardStep {
    private final ForwardStep forward;
    private final ReferenceStep step;
    private final int target;

    /**
     * ∂L/∂ one weight that leads into a unit, as far as one step has a part in it.
     *
     * @param term the weight, and what it stands before
     * @param dz ∂L/∂ of the pre-activation it feeds
     */
    public record WeightGradient(ProductTerm term, double dz) {
        /** ∂L/∂w = ∂L/∂z times what the weight stands before. */
        public double gradient() {
            return dz * term.value();
        }
    }

    /** @param step of a backward pass through {@code forward} */
    BackwardStep(ForwardStep forward, ReferenceStep step, int target) {
        this.forward = forward;
        this.step = step;
        this.target = target;
    }

    /** y<t>, or {@link Batch#NO_TARGET} where the loss of this step does not count. */
    public int target() {
        return target;
    }

    /** −ln ŷ<t>[y<t>], in nats; 0 where the loss of this step does not count. */
    public double loss() {
        return target == Batch.NO_TARGET ? 0 : -Math.log(forward.probabilities()[target]);
    }

    /** ∂L/∂logits = ŷ<t> − y<t>, which is ∂L/∂by too, [V]; 0 where the loss of this step does not count; a copy. */
    public double[] dLogits() {
        return step.dLogits();
    }

    /** Every vector of a row, those of the forward pass and {@link Variable#gradient} of each that depends on something. */
    public LayerTape values(int row) {
        return step.rows().get(row);
    }

    /** A quantity of a row as it is written there, with its number for a unit. */
    public FormulaValues line(int row, Variable of, int unit) {
        return forward.formulas(row).line(values(row), of, unit);
    }

    /** The row's formulas of the backward pass in the order of computation, with the numbers of one unit. */
    public List<FormulaValues> lines(int row, int unit) {
        return forward.formulas(row).backward(values(row), unit);
    }

    private double dz(int row, int block, int unit) {
        Variable z = forward.formulas(row).equations.z(block);
        return values(row).ofUnit(unit).applyAsDouble(z.gradient());
    }

    /**
     * Of the weights that lead into a unit, biases aside, those whose gradient is largest at this step, largest first.
     *
     * @param count at most
     */
    public List<WeightGradient> largestWeights(int row, int unit, int count) {
        LayerFormulas of = forward.formulas(row);
        return IntStream.range(0, of.cell.blocks())
                .boxed()
                .flatMap(block ->
                        of.terms(values(row), block, unit).map(term -> new WeightGradient(term, dz(row, block, unit))))
                .filter(weight -> weight.gradient() != 0)
                .sorted(Comparator.comparingDouble((WeightGradient weight) -> -Math.abs(weight.gradient())))
                .limit(count)
                .toList();
    }
}
