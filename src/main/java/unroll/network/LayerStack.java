package unroll.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.WorkerGroup;

/**
 * Layers over one another, unrolled over T steps of B columns: symbols go in below, the top layer's states come out above.
 * A pass may have fewer steps than there is room for.
 */
final class LayerStack {
    private final Capacity capacity;
    private final WorkerGroup workers;
    private final OneHotInput symbols;
    private final PaddingMask padding;
    private final List<Level> levels = new ArrayList<>();
    private final LayerStates top;
    private int steps;

    /** What a layer reads, and its directions. */
    private record Level(LayerInput input, List<RecurrentLayer> layers, List<LayerKernel> kernels) {}

    /** @param layers from the lowest up, all directions of one before the next */
    LayerStack(
            NetworkSpec spec,
            List<RecurrentLayer> layers,
            Capacity capacity,
            WorkerGroup workers,
            LayerKernel.Factory kernels) {
        this.capacity = capacity;
        this.workers = workers;
        steps = capacity.steps();
        symbols = new OneHotInput(layers.get(0).below, capacity);
        padding = new PaddingMask(capacity);
        LayerInput input = symbols;
        LayerStates states = new LayerStates(spec.width(), capacity);
        int directions = spec.directions().count();
        for (int from = 0; from < layers.size(); from += directions) {
            if (from > 0) {
                input = new DenseInput(states, spec.dropout(), capacity, workers);
                states = new LayerStates(spec.width(), capacity);
            }
            levels.add(level(layers.subList(from, from + directions), input, states, kernels));
        }
        top = states;
    }

    private Level level(
            List<RecurrentLayer> layers, LayerInput input, LayerStates states, LayerKernel.Factory factory) {
        List<LayerKernel> kernels = new ArrayList<>();
        for (RecurrentLayer layer : layers) {
            int from = kernels.size() * layer.hidden;
            kernels.add(factory.of(layer, input, states.rows(from, from + layer.hidden), padding, workers));
        }
        return new Level(input, layers, kernels);
    }

    /** The top layer's states. */
    LayerStates top() {
        return top;
    }

    /** Of the last pass. */
    int steps() {
        return steps;
    }

    void loadWeights(int worker, float[] values) {
        for (Level level : levels) {
            for (LayerKernel kernel : level.kernels) {
                kernel.loadWeights(worker, values);
            }
        }
    }

    /**
     * Takes over what the next pass reads, before the workers begin it.
     *
     * @param inputs symbols or {@link Unroll#PAD}, step-major
     * @param start what {@link #forward} will begin with
     */
    void read(int[] inputs, State start) {
        int columns = capacity.columns();
        if (inputs.length == 0 || inputs.length % columns > 0 || inputs.length / columns > capacity.steps()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "There is room for 1 to %d steps of %d columns; got %d inputs.",
                    capacity.steps(),
                    columns,
                    inputs.length));
        }
        if (start.columns() != columns) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "There are %d columns; got a state of %d.", columns, start.columns()));
        }
        symbols.read(inputs);
        padding.read(inputs);
        if (inputs.length / columns != steps) {
            resize(inputs.length / columns);
        }
    }

    private void resize(int next) {
        steps = next;
        for (Level level : levels) {
            if (level.input instanceof DenseInput below) {
                below.resize(next);
            }
            level.kernels.forEach(kernel -> kernel.resize(next));
        }
    }

    /** @param start the state before the first step; read only */
    void forward(int worker, State start, @Nullable UniformRandomProvider random) {
        for (Level level : levels) {
            if (level.input instanceof DenseInput below) {
                below.forward(worker, random);
            }
            for (LayerKernel kernel : level.kernels) {
                kernel.forward(worker, start);
            }
        }
    }

    /** Overwrites {@code into} by the state after the last step of each direction. */
    void readFinalState(State into) {
        for (Level level : levels) {
            for (int d = 0; d < level.kernels.size(); d++) {
                int last = level.layers.get(d).direction.last(steps);
                level.kernels.get(d).readState(last, into);
            }
        }
    }

    /** Overwrites {@code into} by the state after step t. */
    void readState(int t, State into) {
        for (Level level : levels) {
            for (LayerKernel kernel : level.kernels) {
                kernel.readState(t, into);
            }
        }
    }

    /** For a backward pass where nothing above has a use for what {@link #top} gave. */
    void clearTopGradient(int worker) {
        for (LayerKernel kernel : levels.get(levels.size() - 1).kernels) {
            kernel.clearOutputGradient(worker);
        }
    }

    /**
     * The backward pass, from ∂L/∂ of what {@link #top} gave and of the state after the last step, see
     * {@link Unroll#backward(Parameters, State, StateGradients)}.
     */
    void backward(int worker, Parameters gradient, State dState, StateGradients.Stack observed) {
        for (int l = levels.size() - 1; l >= 0; l--) {
            Level level = levels.get(l);
            // What comes from above is shared out otherwise than the units where there are two directions.
            workers.await(worker);
            for (LayerKernel kernel : level.kernels) {
                kernel.backward(worker, gradient, dState, observed);
            }
            if (level.input instanceof DenseInput below) {
                below.backward(worker, level.kernels);
            }
        }
    }
}
