package unroll.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.WorkerGroup;

/**
 * Layers over one another, unrolled over T steps of B columns: symbols go in below, the top layer's states come out above.
 * A pass may have fewer steps than there is room for.
 */
final class LayerStack {
    private final Capacity room;
    private final WorkerGroup team;
    private final OneHotInput symbols;
    private final PaddingMask blanks;
    private final List<Level> levels = new ArrayList<>();
    private final LayerStates top;
    private int steps;

    /** One layer: what it reads, and its directions with the place of each in a {@link State}. */
    private record Level(LayerInput input, List<LayerUnroll> directions, int place) {}

    /** @param layers from the lowest up, all directions of one before the next */
    LayerStack(Network network, List<RecurrentLayer> layers, Capacity room, WorkerGroup team) {
        NetworkSpec spec = network.spec();
        this.room = room;
        this.team = team;
        steps = room.steps();
        symbols = new OneHotInput(network.parameters(), layers.get(0).below, room);
        blanks = new PaddingMask(room);
        LayerInput input = symbols;
        LayerStates states = new LayerStates(spec.width(), room);
        int directions = spec.directions().count();
        for (int place = 0; place < layers.size(); place += directions) {
            if (place > 0) {
                input = new DenseInput(states, spec.dropout(), room, team);
                states = new LayerStates(spec.width(), room);
            }
            List<RecurrentLayer> ofLevel = layers.subList(place, place + directions);
            levels.add(new Level(input, unrolled(ofLevel, place, states, input), place));
        }
        top = states;
    }

    private List<LayerUnroll> unrolled(
            List<RecurrentLayer> directions, int place, LayerStates states, LayerInput input) {
        List<LayerUnroll> unrolled = new ArrayList<>();
        for (RecurrentLayer layer : directions) {
            int from = unrolled.size() * layer.hidden;
            LayerUnroll.Walk walk = new LayerUnroll.Walk(layer, room, blanks, place + unrolled.size());
            unrolled.add(new LayerUnroll(walk, states.rows(from, from + layer.hidden), input, team));
        }
        return unrolled;
    }

    /** The top layer's states. */
    LayerStates top() {
        return top;
    }

    /** Of the last pass. */
    int steps() {
        return steps;
    }

    void loadWeights(int member, float[] values) {
        for (Level level : levels) {
            for (LayerUnroll direction : level.directions) {
                direction.parts.get(member).loadWeights(values);
            }
        }
    }

    /**
     * Takes over what the next pass reads, before the members begin it.
     *
     * @param inputs symbols or {@link Unroll#NO_SYMBOL}, step-major
     * @param start what {@link #forward} will begin with
     */
    void read(int[] inputs, State start) {
        int columns = room.columns();
        if (inputs.length == 0 || inputs.length % columns > 0 || inputs.length / columns > room.steps()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "There is room for 1 to %d steps of %d columns; got %d inputs.",
                    room.steps(),
                    columns,
                    inputs.length));
        }
        if (start.columns() != columns) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "There are %d columns; got a state of %d.", columns, start.columns()));
        }
        symbols.read(inputs);
        blanks.read(inputs);
        if (inputs.length / columns != steps) {
            resize(inputs.length / columns);
        }
    }

    private void resize(int next) {
        steps = next;
        for (Level level : levels) {
            level.input.resize(next);
            level.directions.forEach(direction -> direction.resize(next));
        }
    }

    /** @param start the state before the first step; read only */
    void forward(int member, State start, @Nullable UniformRandomProvider random) {
        for (Level level : levels) {
            level.input.forward(member, random);
            for (int d = 0; d < level.directions.size(); d++) {
                level.directions.get(d).parts.get(member).forward(start.slabs()[level.place + d]);
            }
        }
    }

    /** Overwrites {@code into} by the state after the last step. */
    void readFinalState(State into) {
        read(into, LayerShard::finalState);
    }

    /** Overwrites {@code into} by the state after step t. */
    void readState(int t, State into) {
        read(into, (part, slabs) -> part.state(t, slabs));
    }

    private void read(State into, BiConsumer<LayerShard, float[][]> state) {
        for (Level level : levels) {
            for (int d = 0; d < level.directions.size(); d++) {
                for (LayerShard part : level.directions.get(d).parts) {
                    state.accept(part, into.slabs()[level.place + d]);
                }
            }
        }
    }

    /** For a way back where nothing above has a use for what {@link #top} gave. */
    void clearTopGradient(int member) {
        for (LayerUnroll direction : levels.get(levels.size() - 1).directions) {
            direction.parts.get(member).clearGradient();
        }
    }

    /** The way back, from ∂L/∂ of what {@link #top} gave and of the state after the last step, see {@link Unroll#backward}. */
    void backward(int member, Parameters gradient, State dState, StateGradients.Part seen) {
        for (int l = levels.size() - 1; l >= 0; l--) {
            Level level = levels.get(l);
            // What comes from above is shared out otherwise than the walks where there are two directions.
            team.meet(member);
            for (int d = 0; d < level.directions.size(); d++) {
                level.directions.get(d).parts.get(member).backward(dState.slabs()[level.place + d], gradient, seen);
            }
            level.input.backward(member);
        }
    }
}
