package unroll.network;

import unroll.cell.Cell;
import unroll.cell.Cell.Step;
import unroll.matrix.WorkerGroup.Share;

/**
 * What a forward pass leaves of some hidden units for the backward pass: gates and states of every step, in buffers [units × B].
 * Steps share their borders: the state after one is the state before the next.
 */
final class Tape {
    private final RecurrentLayer layer;
    private final Share units;
    private final Step[] steps;

    Tape(RecurrentLayer layer, Share units, Capacity capacity) {
        this.layer = layer;
        this.units = units;
        Cell cell = layer.cell;
        int buffer = units.count() * capacity.columns();
        float[][][] states = new float[capacity.steps() + 2][cell.stateBuffers()][buffer];
        steps = new Step[capacity.steps()];
        for (int t = 0; t < steps.length; t++) {
            float[][] before = states[LayerStates.at(layer.direction.before(t))];
            float[][] after = states[LayerStates.at(t)];
            steps[t] =
                    new Step(new float[cell.blocks()][buffer], before, after, new float[cell.cachedBuffers()][buffer]);
        }
    }

    Step step(int t) {
        return steps[t];
    }

    /** Takes over the state before step t. */
    void begin(int t, State start) {
        start.readRows(layer.slot, units, steps[t].before());
    }

    /** Copies the units' rows of the state after step t. */
    void readState(int t, State into) {
        into.writeRows(layer.slot, units, steps[t].after());
    }
}
