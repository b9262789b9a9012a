package unroll.network;

import java.util.List;
import java.util.stream.IntStream;
import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup;

/**
 * One direction of a layer unrolled over T steps of B columns: what the members of the team share, and the part of each.
 *
 * <p>Inside the loop over time there is one product a step, {@code Waa·a<t-1>} forward and {@code Waaᵀ·∂L/∂z<t>} back.
 * Everything else is one product over the whole sequence, whose matrices hold the columns of step t at t·B: BLAS does
 * those up to twice as fast.
 */
final class LayerUnroll {
    final RecurrentLayer layer;
    final Capacity room;
    final PaddingMask blanks;
    /** Of this layer and direction in a {@link State}. */
    final int place;

    final LayerStates states;
    /** a of every step by {@link LayerStates#place}, [n_a × B]. */
    final Matrix[] aSteps;

    final List<LayerShard> parts;

    /**
     * @param states the rows of this direction
     * @param input what the layer reads
     */
    LayerUnroll(Walk walk, LayerStates states, LayerInput input, WorkerGroup team) {
        this.layer = walk.layer();
        this.room = walk.room();
        this.blanks = walk.blanks();
        this.place = walk.place();
        this.states = states;
        aSteps = states.steps();
        parts = IntStream.range(0, team.members())
                .mapToObj(member -> new LayerShard(this, team, member, input))
                .toList();
        parts.forEach(LayerShard::connect);
    }

    /** The layer, the steps there is room for, where they have no symbol, and the layer's place in a {@link State}. */
    record Walk(RecurrentLayer layer, Capacity room, PaddingMask blanks, int place) {}

    /** From now on passes have so many steps. */
    void resize(int steps) {
        parts.forEach(part -> part.resize(steps));
    }
}
