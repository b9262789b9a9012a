package unroll.network;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import unroll.matrix.Matrix;
import unroll.matrix.Team;

/**
 * One layer unrolled over T steps of B columns: what the members of the team share, and the part of each.
 *
 * <p>Inside the loop over time there is one product a step, {@code Waa·a<t-1>} forward and {@code Waaᵀ·∂L/∂z<t>} back.
 * Everything else is one product over the whole sequence, whose matrices hold the columns of step t at t·B: BLAS does
 * those up to twice as fast.
 */
final class LayerUnroll {
    final RecurrentLayer layer;
    final int steps;
    final int columns;
    final Blanks blanks;

    /** a<0> … a<T>, where a<0> is the state carried in: [n_a × B·(T+1)]. */
    final Matrix a;
    /** Each of them, [n_a × B]. */
    final Matrix[] aSteps;
    /** a<t-1> for every step t, [n_a × B·T]. */
    final Matrix aBefore;
    /** ∂L/∂ of them: what comes from above is put in, what comes through the recurrent product is added. */
    final Matrix da;

    final List<LayerPart> parts;

    /** @param sources of each member */
    LayerUnroll(
            RecurrentLayer layer,
            int steps,
            int columns,
            Blanks blanks,
            Team team,
            IntFunction<LayerPart.Sources> sources) {
        this.layer = layer;
        this.steps = steps;
        this.columns = columns;
        this.blanks = blanks;
        a = Matrix.zeros(layer.hidden, columns * (steps + 1));
        aSteps = LayerPart.steps(a, columns);
        aBefore = a.columns(0, columns * steps);
        da = Matrix.zeros(layer.hidden, columns * (steps + 1));
        parts = IntStream.range(0, team.members())
                .mapToObj(member -> new LayerPart(this, team, member, sources.apply(member)))
                .toList();
        parts.forEach(LayerPart::connect);
    }

    /** a<1> … a<T> side by side, [n_a × B·T]. */
    Matrix output() {
        return a.columns(columns, a.columns());
    }

    /** Where ∂L/∂ of {@link #output()} is put, as far as it comes from above. */
    Matrix outputGradient() {
        return da.columns(columns, da.columns());
    }
}
