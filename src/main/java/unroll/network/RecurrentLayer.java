package unroll.network;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.cell.Cell;
import unroll.network.Parameters.Layout;
import unroll.network.Parameters.Tensor;

/**
 * One recurrent layer: which tensors it has and how they begin. The walk through time is {@link LayerUnroll}'s.
 *
 * <p>Wax is [inputBlocks·n_a × n_x], Waa [recurrentBlocks·n_a × n_a], ba [blocks·n_a × 1].
 */
final class RecurrentLayer {
    final Cell cell;
    final int hidden;
    /** n_x: the vocabulary for the first layer, n_a for the others. */
    final int below;

    final Tensor wax;
    final Tensor waa;
    final Tensor ba;

    RecurrentLayer(Cell cell, int index, int below, int hidden, Layout layout) {
        this.cell = cell;
        this.hidden = hidden;
        this.below = below;
        String prefix = "layer" + index + ".";
        wax = layout.add(prefix + "Wax", cell.inputBlocks().size() * hidden, below);
        waa = layout.add(prefix + "Waa", cell.recurrentBlocks().size() * hidden, hidden);
        ba = layout.add(prefix + "ba", cell.blocks() * hidden, 1);
    }

    /** Weights uniform in ±1/√n_a, biases as the cell says. */
    void initialize(Parameters parameters, UniformRandomProvider random) {
        uniform(parameters.values(), wax, hidden, random);
        uniform(parameters.values(), waa, hidden, random);
        for (int block = 0; block < cell.blocks(); block++) {
            int from = ba.offset() + block * hidden;
            Arrays.fill(parameters.values(), from, from + hidden, cell.initialBias(block));
        }
    }

    static void uniform(float[] values, Tensor tensor, int hidden, UniformRandomProvider random) {
        float bound = (float) (1 / Math.sqrt(hidden));
        for (int i = tensor.offset(); i < tensor.offset() + tensor.size(); i++) {
            values[i] = (2 * random.nextFloat() - 1) * bound;
        }
    }
}
