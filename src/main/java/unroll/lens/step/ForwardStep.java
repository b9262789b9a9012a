package unroll.lens.step;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import unroll.cell.formula.Equation;
import unroll.cell.formula.Piece;
import unroll.cell.formula.Symbol;
import unroll.network.State;

/** All that happened in a network while it read one symbol. Immutable. */
public final class ForwardStep {
    private final int symbol;
    private final List<LayerStep> layers;
    private final double[] logits;

    /**
     * One layer of it.
     *
     * @param x what it read, [n_x]; one-hot for the lowest
     */
    record LayerStep(Layer layer, double[] x, Values values) {
        double[] aBefore() {
            return values.of(Symbol.before("a"));
        }
    }

    ForwardStep(int symbol, List<LayerStep> layers, double[] logits) {
        this.symbol = symbol;
        this.layers = layers;
        this.logits = logits;
    }

    /** x<t>. */
    public int symbol() {
        return symbol;
    }

    public int layers() {
        return layers.size();
    }

    LayerStep layer(int layer) {
        return layers.get(layer);
    }

    /** What a layer read, [n_x]: x<t> one-hot for layer 0, a<t> of the layer below for the others; a copy. */
    public double[] x(int layer) {
        return layers.get(layer).x().clone();
    }

    /** Every vector of a layer: state before, shares of the pre-activations, pre-activations, gates, state after. */
    public Values values(int layer) {
        return layers.get(layer).values();
    }

    /** The layer's formulas in the order of computation, with the numbers of one unit. */
    public List<List<Piece>> lines(int layer, int unit) {
        return pieces(layers.get(layer).layer().forward, values(layer), unit);
    }

    static List<List<Piece>> pieces(List<Equation> equations, Values values, int unit) {
        return equations.stream()
                .map(equation -> equation.pieces(values.ofUnit(unit)))
                .toList();
    }

    /**
     * The terms that make up {@code Wax·x<t>} of a unit, those that count most first.
     *
     * @param block of the cell's pre-activations
     * @param count at most
     */
    public List<Term> inputTerms(int layer, int block, int unit, int count) {
        LayerStep step = layers.get(layer);
        return largest(step.layer().inputTerms(block, unit, step.x()), count);
    }

    /** The terms that make up {@code Waa·a<t-1>} of a unit, likewise. */
    public List<Term> stateTerms(int layer, int block, int unit, int count) {
        LayerStep step = layers.get(layer);
        return largest(step.layer().stateTerms(block, unit, step.aBefore()), count);
    }

    private static List<Term> largest(List<Term> terms, int count) {
        return terms.stream()
                .filter(term -> term.value() != 0)
                .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.product())))
                .limit(count)
                .toList();
    }

    /** [V]; a copy. */
    public double[] logits() {
        return logits.clone();
    }

    /** ŷ<t> = softmax(logits), [V]. */
    public double[] probabilities() {
        double max = Arrays.stream(logits).max().orElseThrow();
        double[] exponentials =
                Arrays.stream(logits).map(logit -> Math.exp(logit - max)).toArray();
        double sum = Arrays.stream(exponentials).sum();
        return Arrays.stream(exponentials).map(each -> each / sum).toArray();
    }

    /** The state after the step, of one column, to go on with. */
    public State after() {
        float[][][] slabs = new float[layers.size()][][];
        for (int l = 0; l < slabs.length; l++) {
            LayerStep step = layers.get(l);
            slabs[l] = step.layer().cell.equations().state().stream()
                    .map(name -> floats(step.values().of(Symbol.after(name))))
                    .toArray(float[][]::new);
        }
        return new State(1, slabs);
    }

    private static float[] floats(double[] from) {
        float[] floats = new float[from.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) from[i];
        }
        return floats;
    }
}
