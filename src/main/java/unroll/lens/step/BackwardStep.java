package unroll.lens.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.cell.formula.Piece;
import unroll.cell.formula.Symbol;
import unroll.lens.step.ForwardStep.LayerStep;

/** All that happened on the way back through one step, from the loss to the weights and the state before. Immutable. */
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

    /** y<t>. */
    public int target() {
        return target;
    }

    /** −ln ŷ<t>[y<t>], in nats. */
    public double loss() {
        return -Math.log(forward.probabilities()[target]);
    }

    /** ∂L/∂logits = ŷ<t> − y<t>, which is ∂L/∂by too, [V]; a copy. */
    public double[] dLogits() {
        return dLogits.clone();
    }

    /** Every vector of a layer, those of the way forward and {@link Symbol#gradient} of each that depends on something. */
    public Values values(int layer) {
        return values.get(layer);
    }

    /** The layer's formulas of the way back in the order of computation, with the numbers of one unit. */
    public List<List<Piece>> lines(int layer, int unit) {
        return ForwardStep.pieces(forward.layer(layer).layer().backward, values(layer), unit);
    }

    /** ∂L/∂ the weights that lead into a unit, block by block. */
    public List<BlockGradient> weights(int layer, int unit) {
        LayerStep step = forward.layer(layer);
        Layer of = step.layer();
        List<BlockGradient> gradients = new ArrayList<>();
        for (int block = 0; block < of.cell.blocks(); block++) {
            double dz = values(layer).ofUnit(unit).applyAsDouble(of.z(block).gradient());
            double[] dWax = of.readsInput(block) ? times(dz, step.x()) : new double[0];
            double[] dWaa = of.readsState(block) ? times(dz, step.aBefore()) : new double[0];
            gradients.add(new BlockGradient(of.cell.blockName(block), dz, dWax, dWaa, dz));
        }
        return gradients;
    }

    private static double[] times(double factor, double[] vector) {
        return Arrays.stream(vector).map(each -> factor * each).toArray();
    }

    /** ∂L/∂ the weights that lead from a unit of the top layer to the logits, its column of Wya, [V]. */
    public double[] outputWeights(int unit) {
        Symbol a = Symbol.after("a");
        return times(values(forward.layers() - 1).ofUnit(unit).applyAsDouble(a), dLogits);
    }

    /** ∂L/∂ a layer's state before the step, of all the ways back to it, [slab][n_a]. */
    public double[][] stateBefore(int layer) {
        Layer of = forward.layer(layer).layer();
        double[][] gradient = of.cell.equations().state().stream()
                .map(name -> throughCell(values(layer), name, of.hidden))
                .toArray(double[][]::new);
        double[] throughProduct = of.stateGradient(values(layer));
        Arrays.setAll(gradient[0], i -> gradient[0][i] + throughProduct[i]);
        return gradient;
    }

    private static double[] throughCell(Values values, String state, int hidden) {
        Symbol gradient = Symbol.before(state).gradient();
        return values.has(gradient) ? values.of(gradient) : new double[hidden];
    }
}
