package unroll.lens.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import unroll.cell.formula.Variable;
import unroll.lens.step.ForwardStep.LayerStep;
import unroll.task.Batch;

/**
 * All that happened on the way back through one step, from the loss to the weights and the state before. Immutable; rows as in
 * a {@link ForwardStep}.
 */
public final class BackwardStep {
    private final ForwardStep forward;
    private final int target;
    private final double[] dLogits;
    private final List<Values> values;

    BackwardStep(ForwardStep forward, int target, double[] dLogits, List<Values> values) {
        this.forward = forward;
        this.target = target;
        this.dLogits = dLogits;
        this.values = values;
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
        return dLogits.clone();
    }

    /** Every vector of a row, those of the way forward and {@link Variable#gradient} of each that depends on something. */
    public Values values(int row) {
        return values.get(row);
    }

    /** A symbol of a row as it is written there, with its number for a unit. */
    public FormulaValues line(int row, Variable of, int unit) {
        return new FormulaValues(
                of,
                of.pieces(values(row).ofUnit(unit)).stream()
                        .map(forward.row(row).layer()::written)
                        .toList());
    }

    /** The row's formulas of the way back in the order of computation, with the numbers of one unit. */
    public List<FormulaValues> lines(int row, int unit) {
        return forward.row(row).layer().linesBackward(values(row), unit);
    }

    /** ∂L/∂ the weights that lead into a unit, block by block. */
    public List<BlockGradient> weights(int row, int unit) {
        LayerStep step = forward.row(row);
        WalkthroughLayer of = step.layer();
        List<BlockGradient> gradients = new ArrayList<>();
        for (int block = 0; block < of.cell.blocks(); block++) {
            double dz = dz(row, block, unit);
            double[] dWax = of.readsInput(block) ? times(dz, step.x()) : new double[0];
            double[] dWaa = of.readsState(block) ? times(dz, step.aBefore()) : new double[0];
            gradients.add(new BlockGradient(of.cell.blockName(block), dz, dWax, dWaa, dz));
        }
        return gradients;
    }

    private double dz(int row, int block, int unit) {
        return values(row)
                .ofUnit(unit)
                .applyAsDouble(forward.row(row).layer().z(block).gradient());
    }

    private static double[] times(double factor, double[] vector) {
        return Arrays.stream(vector).map(each -> factor * each).toArray();
    }

    /**
     * Of the weights that lead into a unit, biases aside, those whose gradient is largest at this step, largest first.
     *
     * @param count at most
     */
    public List<WeightGradient> largestWeights(int row, int unit, int count) {
        LayerStep step = forward.row(row);
        return IntStream.range(0, step.layer().cell.blocks())
                .boxed()
                .flatMap(block -> step.terms(block, unit).map(term -> new WeightGradient(term, dz(row, block, unit))))
                .filter(weight -> weight.gradient() != 0)
                .sorted(Comparator.comparingDouble((WeightGradient weight) -> -Math.abs(weight.gradient())))
                .limit(count)
                .toList();
    }

    /** ∂L/∂ the weights that lead from a unit of a top row to the logits, its column of Wya, [V]. */
    public double[] outputWeights(int row, int unit) {
        return times(values(row).ofUnit(unit).applyAsDouble(Variable.after("a")), dLogits);
    }

    /** ∂L/∂ a row's state before the step, of all the ways back to it, [slab][n_a]. */
    public double[][] stateBefore(int row) {
        return forward.row(row).layer().stateBefore(values(row));
    }
}
