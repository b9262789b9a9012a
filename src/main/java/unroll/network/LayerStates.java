package unroll.network;

import unroll.matrix.Matrix;

/**
 * The hidden states of a layer and the gradient of the loss with respect to them: a&lt;t&gt; of all steps side by side, with a
 * place before the first and one behind the last for the states that walks in either direction begin with. Two directions
 * lie one above the other, so that the layer above reads both at once.
 */
final class LayerStates {
    private final Matrix a;
    private final Matrix da;
    private final int columns;

    /** @param units n_a, of both directions where there are two */
    LayerStates(int units, Capacity room) {
        this(places(units, room), places(units, room), room.columns());
    }

    private static Matrix places(int units, Capacity room) {
        return Matrix.zeros(units, Math.multiplyExact(room.columns(), room.steps() + 2));
    }

    private LayerStates(Matrix a, Matrix da, int columns) {
        this.a = a;
        this.da = da;
        this.columns = columns;
    }

    /** Some units' rows, sharing memory. */
    LayerStates rows(int from, int to) {
        return new LayerStates(a.rows(from, to), da.rows(from, to), columns);
    }

    int units() {
        return a.rows();
    }

    /** What the layer gives in so many steps, [n_a × B·T]. */
    Matrix output(int steps) {
        return a.columns(columns, columns * (steps + 1));
    }

    /** Where ∂L/∂ of {@link #output} is put, as far as it comes from above. */
    Matrix outputGradient(int steps) {
        return da.columns(columns, columns * (steps + 1));
    }

    /** For every one of so many steps the state before it, [n_a × B·T]. */
    Matrix before(Direction direction, int steps) {
        int from = columns * place(direction.before(0));
        return a.columns(from, from + columns * steps);
    }

    /** Where the state after step t lies in {@link #steps} and {@link #gradientSteps}; of the steps beyond both ends too. */
    static int place(int t) {
        return t + 1;
    }

    /** The states one by one as views, made once: a view a product would be garbage a step. */
    Matrix[] steps() {
        return steps(a, columns);
    }

    Matrix[] gradientSteps() {
        return steps(da, columns);
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
