package unroll.lens.step;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import unroll.network.Direction;
import unroll.reference.LayerTape;
import unroll.reference.ReferenceStep;
import unroll.reference.Variable;
import unroll.task.Batch;

/**
 * A {@link ReferenceStep} of a network that read one symbol, with the equations behind its numbers; after a backward pass those of
 * the gradients too.
 *
 * <p>Rows are layers from the lowest up, all directions of one before the next, as in a {@link unroll.network.State}.
 *
 * @param reference the numbers alone
 * @param layers the equations, a row each
 * @param target y&lt;t&gt; of the backward pass, or {@link Batch#NO_TARGET} where the loss of this step does not count
 */
public record StepFormulas(ReferenceStep reference, List<LayerFormulas> layers, int target) {
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

    /**
     * ∂L/∂ one weight that leads into a unit, as far as one step has a part in it.
     *
     * @param term the weight, and what it stands before
     * @param gradient ∂L/∂w = ∂L/∂z of the pre-activation it feeds times what the weight stands before
     */
    public record WeightGradient(ProductTerm term, double gradient) {}

    /** How many directions each layer has. */
    public int directions() {
        return (int) layers.stream().map(row -> row.direction).distinct().count();
    }

    /** Which way a row reads. */
    public Direction direction(int row) {
        return layers.get(row).direction;
    }

    /**
     * Every vector of a row: state before, shares of the pre-activations, pre-activations, gates, state after; after a backward
     * pass {@link Variable#gradient} of each that depends on something.
     */
    public LayerTape values(int row) {
        return reference.rows().get(row);
    }

    /** A quantity of a row as it is written there, with its number for a unit. */
    public FormulaValues line(int row, Variable of, int unit) {
        return layers.get(row).written(of, of.tokens(values(row).ofUnit(unit)));
    }

    /** The row's formulas of the forward pass in the order of computation, with the numbers of one unit. */
    public List<FormulaValues> forward(int row, int unit) {
        LayerFormulas of = layers.get(row);
        return of.lines(of.equations.forward(), values(row).ofUnit(unit));
    }

    /** The row's formulas of the backward pass likewise. */
    public List<FormulaValues> backward(int row, int unit) {
        LayerFormulas of = layers.get(row);
        return of.lines(of.equations.backward(), values(row).ofUnit(unit));
    }

    /**
     * Of all terms of all pre-activations of a unit those that count most, largest first.
     *
     * @param count at most
     */
    public List<ProductTerm> largestTerms(int row, int unit, int count) {
        LayerFormulas of = layers.get(row);
        return largest(
                of.blocks().boxed().flatMap(block -> of.terms(values(row), block, unit)), ProductTerm::product, count);
    }

    /**
     * Of the weights that lead into a unit, biases aside, those whose gradient is largest at this step, largest first.
     *
     * @param count at most
     */
    public List<WeightGradient> largestWeights(int row, int unit, int count) {
        LayerFormulas of = layers.get(row);
        return largest(
                of.blocks().boxed().flatMap(block -> gradients(row, block, unit)), WeightGradient::gradient, count);
    }

    private Stream<WeightGradient> gradients(int row, int block, int unit) {
        LayerFormulas of = layers.get(row);
        double dz = values(row).ofUnit(unit).applyAsDouble(of.equations.z(block).gradient());
        return of.terms(values(row), block, unit).map(term -> new WeightGradient(term, dz * term.value()));
    }

    private static <T> List<T> largest(Stream<T> all, ToDoubleFunction<T> number, int count) {
        return all.filter(each -> number.applyAsDouble(each) != 0)
                .sorted(Comparator.comparingDouble((T each) -> -Math.abs(number.applyAsDouble(each))))
                .limit(count)
                .toList();
    }

    /** −ln ŷ<t>[y<t>], in nats; 0 where the loss of this step does not count. */
    public double loss() {
        return target == Batch.NO_TARGET ? 0 : -Math.log(reference.probabilities()[target]);
    }
}
