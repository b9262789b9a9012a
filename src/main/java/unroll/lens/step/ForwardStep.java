package unroll.lens.step;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.cell.formula.Variable;
import unroll.network.Direction;
import unroll.network.State;

/**
 * All that happened in a network while it read one symbol. Immutable.
 *
 * <p>Rows are layers from the lowest up, all directions of one before the next, as in a {@link State}.
 */
public final class ForwardStep {
    private final int symbol;
    private final List<LayerStep> rows;
    private final double[] logits;

    /**
     * One layer of it, in one direction.
     *
     * @param x what it read, [n_x]; one-hot for the lowest
     */
    record LayerStep(WalkthroughLayer layer, double[] x, Values values) {
        double[] aBefore() {
            return values.of(Variable.before("a"));
        }

        Stream<ProductTerm> terms(int block, int unit) {
            return Stream.concat(
                    layer.inputTerms(block, unit, x).stream(), layer.stateTerms(block, unit, aBefore()).stream());
        }
    }

    ForwardStep(int symbol, List<LayerStep> rows, double[] logits) {
        this.symbol = symbol;
        this.rows = rows;
        this.logits = logits;
    }

    /** x<t>. */
    public int symbol() {
        return symbol;
    }

    /** Layers times directions. */
    public int rows() {
        return rows.size();
    }

    LayerStep row(int row) {
        return rows.get(row);
    }

    /** How many directions each layer has. */
    public int directions() {
        return (int) rows.stream().map(row -> row.layer().direction).distinct().count();
    }

    /** Which way a row reads. */
    public Direction direction(int row) {
        return rows.get(row).layer().direction;
    }

    /** What a layer read, [n_x]: x<t> one-hot for the lowest, a<t> of the layer below for the others; a copy. */
    public double[] x(int row) {
        return rows.get(row).x().clone();
    }

    /** Every vector of a row: state before, shares of the pre-activations, pre-activations, gates, state after. */
    public Values values(int row) {
        return rows.get(row).values();
    }

    /** A symbol of a row as it is written there, with its number for a unit. */
    public FormulaValues line(int row, Variable of, int unit) {
        LayerStep step = rows.get(row);
        return new FormulaValues(
                of,
                of.pieces(step.values().ofUnit(unit)).stream()
                        .map(step.layer()::written)
                        .toList());
    }

    /** The row's formulas in the order of computation, with the numbers of one unit. */
    public List<FormulaValues> lines(int row, int unit) {
        return rows.get(row).layer().linesForward(values(row), unit);
    }

    /** The terms that make up {@code Wax·x<t>} of a unit, in the order of what they come from. */
    public List<ProductTerm> inputTerms(int row, int block, int unit) {
        LayerStep step = rows.get(row);
        return step.layer().inputTerms(block, unit, step.x());
    }

    /** The terms that make up {@code Waa·a<t-1>} of a unit, likewise. */
    public List<ProductTerm> stateTerms(int row, int block, int unit) {
        LayerStep step = rows.get(row);
        return step.layer().stateTerms(block, unit, step.aBefore());
    }

    /**
     * Of all terms of all pre-activations of a unit those that count most, largest first.
     *
     * @param count at most
     */
    public List<ProductTerm> largestTerms(int row, int unit, int count) {
        LayerStep step = rows.get(row);
        return IntStream.range(0, step.layer().cell.blocks())
                .boxed()
                .flatMap(block -> step.terms(block, unit))
                .filter(term -> term.product() != 0)
                .sorted(Comparator.comparingDouble((ProductTerm term) -> -Math.abs(term.product())))
                .limit(count)
                .toList();
    }

    /** Whether it gives something: an encoder's step does not. */
    public boolean gives() {
        return logits.length > 0;
    }

    /** [V], or empty in an encoder; a copy. */
    public double[] logits() {
        return logits.clone();
    }

    /** ŷ<t> = softmax(logits), [V], or empty in an encoder. */
    public double[] probabilities() {
        double max = Arrays.stream(logits).max().orElse(0);
        double[] exponentials =
                Arrays.stream(logits).map(logit -> Math.exp(logit - max)).toArray();
        double sum = Arrays.stream(exponentials).sum();
        return Arrays.stream(exponentials).map(each -> each / sum).toArray();
    }

    /** The state after the step, of one column, to go on with. */
    public State after() {
        return new State(
                1,
                rows.stream()
                        .map(row -> Arrays.stream(row.layer().after(row.values()))
                                .map(ForwardStep::floats)
                                .toArray(float[][]::new))
                        .toArray(float[][][]::new));
    }

    private static float[] floats(double[] from) {
        float[] floats = new float[from.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) from[i];
        }
        return floats;
    }
}
