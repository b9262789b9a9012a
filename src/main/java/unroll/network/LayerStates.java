package unroll.network;

import unroll.matrix.Matrix;

/**
 * The hidden states of a layer and the gradient of the loss with respect to them: a&lt;t&gt; of all steps side by side, with
 * one before the first and one behind the last for the states that either direction begins with. Two directions lie one
 * above the other, so that the layer above reads both at once.
 */
final class LayerStates {
    private final Capacity capacity;
    private final Matrix a;
    private final Matrix da;
    // Step by step, made once: a view a product would be garbage.
    private final Matrix[] steps;
    private final Matrix[] gradientSteps;

    /** @param units n_a, of both directions where there are two */
    LayerStates(int units, Capacity capacity) {
        this(capacity, zeros(units, capacity), zeros(units, capacity));
    }

    private static Matrix zeros(int units, Capacity capacity) {
        return Matrix.zeros(units, Math.multiplyExact(capacity.columns(), capacity.steps() + 2));
    }

    private LayerStates(Capacity capacity, Matrix a, Matrix da) {
        this.capacity = capacity;
        this.a = a;
        this.da = da;
        steps = steps(a, capacity.columns());
        gradientSteps = steps(da, capacity.columns());
    }

    /** Some units' rows, sharing memory. */
    LayerStates rows(int from, int to) {
        return new LayerStates(capacity, a.rows(from, to), da.rows(from, to));
    }

    int units() {
        return a.rows();
    }

    Capacity capacity() {
        return capacity;
    }

    /** What the layer gives in so many steps, [n_a × B·T]. */
    Matrix output(int count) {
        return inner(a, count);
    }

    /** Where ∂L/∂ of {@link #output} is put, as far as it comes from above. */
    Matrix outputGradient(int count) {
        return inner(da, count);
    }

    private Matrix inner(Matrix all, int count) {
        int columns = capacity.columns();
        return all.columns(columns, columns * (count + 1));
    }

    /** For every step of a chunk the state before it, [n_a × B·steps]. */
    Matrix before(Direction direction, Chunk chunk) {
        int from = capacity.columns() * at(direction.before(chunk.from()));
        return a.columns(from, from + capacity.columns() * chunk.steps());
    }

    /** a&lt;t&gt;, [n_a × B]; −1 and T are the steps beyond both ends. */
    Matrix step(int t) {
        return steps[at(t)];
    }

    /** ∂L/∂a&lt;t&gt;, [n_a × B], of the same steps. */
    Matrix gradientStep(int t) {
        return gradientSteps[at(t)];
    }

    /** Where step t comes among all, those beyond both ends included. */
    static int at(int t) {
        return t + 1;
    }

    /** Every B columns of a sequence. */
    static Matrix[] steps(Matrix sequence, int columns) {
        Matrix[] views = new Matrix[sequence.columns() / columns];
        for (int t = 0; t < views.length; t++) {
            views[t] = sequence.columns(t * columns, (t + 1) * columns);
        }
        return views;
    }
}
