package unroll.network;

import unroll.cell.Cell;
import unroll.network.Parameters.ParameterLayout;
import unroll.network.Parameters.ParameterTensor;

/**
 * One recurrent layer in one direction: which tensors it has. How they begin is {@link Initialization}'s, the walk through time is {@link LayerKernel}'s.
 *
 * <p>Wax is [inputBlocks·n_a × n_x], Waa [recurrentBlocks·n_a × n_a], ba [blocks·n_a × 1].
 */
final class RecurrentLayer {
    final Cell cell;
    final Direction direction;
    final int hidden;
    /** Of this layer and direction in a {@link State}. */
    final int slot;
    /** n_x: the symbols it reads for the first layer, what the layer below gives for the others. */
    final int below;

    /** Whether it reads one-hot symbols, a single weight of each row at a time. */
    final boolean readsSymbols;

    final ParameterTensor wax;
    final ParameterTensor waa;
    final ParameterTensor ba;

    /**
     * @param name before the names of its tensors, for example {@code layer0.}
     * @param slot of this layer and direction in a {@link State}
     * @param symbols n_x where it reads symbols, 0 where it reads the layer below
     */
    RecurrentLayer(NetworkSpec spec, Direction direction, String name, int slot, int symbols, ParameterLayout layout) {
        this.cell = spec.kind();
        this.direction = direction;
        this.hidden = spec.hidden();
        this.slot = slot;
        this.readsSymbols = symbols > 0;
        this.below = readsSymbols ? symbols : spec.width();
        String prefix = name + direction.prefix;
        wax = layout.add(prefix + "Wax", cell.inputBlocks().size() * hidden, below);
        waa = layout.add(prefix + "Waa", cell.recurrentBlocks().size() * hidden, hidden);
        ba = layout.add(prefix + "ba", cell.blocks() * hidden, 1);
    }
}
