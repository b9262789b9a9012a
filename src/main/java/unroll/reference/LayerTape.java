package unroll.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one layer, in one direction, computed at one step: a matrix [n_a × B] for every quantity, by its name in
 * docs/notation.md and in the order of computation. After a backward pass the gradients are among them.
 */
public final class LayerTape {
    private final INDArray x;
    private final @Nullable INDArray mask;
    private final Map<Variable, INDArray> values = new LinkedHashMap<>();

    /**
     * @param x x&lt;t&gt;, what the layer reads, [n_x × B]
     * @param mask m&lt;t&gt;, 1 where a column reads a symbol and 0 where it reads none, [1 × B]; null where all read one
     */
    LayerTape(INDArray x, @Nullable INDArray mask) {
        this.x = x;
        this.mask = mask;
    }

    /** The same to begin with; what is set there is not set here. */
    LayerTape copy() {
        LayerTape copy = new LayerTape(x, mask);
        copy.values.putAll(values);
        return copy;
    }

    INDArray x() {
        return x;
    }

    /** B. */
    int columns() {
        return x.columns();
    }

    /** m&lt;t&gt; · value: zero in the columns that read nothing. */
    INDArray masked(INDArray value) {
        return mask == null ? value : value.mulRowVector(mask);
    }

    /** Writes a quantity down and returns it. */
    INDArray set(Variable variable, INDArray value) {
        values.put(variable, value);
        return value;
    }

    /** Writes ∂L/∂ of a quantity down and returns it. */
    INDArray setGradient(Variable variable, INDArray value) {
        return set(variable.gradient(), value);
    }

    boolean hasGradient(Variable variable) {
        return values.containsKey(variable.gradient());
    }

    /** @throws IllegalArgumentException where nothing of this name was computed */
    INDArray get(Variable variable) {
        INDArray value = values.get(variable);
        if (value == null) {
            throw new IllegalArgumentException("Nothing is known of %s.".formatted(variable.text()));
        }
        return value;
    }

    /** ∂L/∂ of a quantity. */
    INDArray gradient(Variable variable) {
        return get(variable.gradient());
    }

    /** All quantities, in the order in which they were computed. */
    public List<Variable> variables() {
        return List.copyOf(values.keySet());
    }

    /** What the layer read, [n_x] of each column; a copy. */
    public double[] input() {
        return ReferenceMath.values(x);
    }

    /**
     * A quantity, [n_a] of each column; a copy.
     *
     * @throws IllegalArgumentException where nothing of this name was computed
     */
    public double[] of(Variable variable) {
        return ReferenceMath.values(get(variable));
    }

    /** The numbers of one unit in the first column. */
    public ToDoubleFunction<Variable> ofUnit(int unit) {
        return variable -> get(variable).getDouble(unit, 0);
    }
}
