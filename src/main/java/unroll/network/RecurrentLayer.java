package unroll.network;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.cell.Cell;
import unroll.network.Parameters.Layout;
import unroll.network.Parameters.Tensor;

/**
 * One recurrent layer in one direction: which tensors it has and how they begin. The walk through time is {@link LayerUnroll}'s.
 *
 * <p>Wax is [inputBlocks·n_a × n_x], Waa [recurrentBlocks·n_a × n_a], ba [blocks·n_a × 1].
 */
final class RecurrentLayer {
    final Cell cell;
    final Direction direction;
    final int hidden;
    /** n_x: the symbols it reads for the first layer, what the layer below gives for the others. */
    final int below;

    final Tensor wax;
    final Tensor waa;
    final Tensor ba;

    /**
     * @param name before the names of its tensors, for example {@code layer0.}
     * @param below n_x
     */
    RecurrentLayer(NetworkSpec spec, Direction direction, String name, int below, Layout layout) {
        this.cell = spec.kind();
        this.direction = direction;
        this.hidden = spec.hidden();
        this.below = below;
        String prefix = name + direction.prefix;
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
