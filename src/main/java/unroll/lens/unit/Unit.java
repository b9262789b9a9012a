package unroll.lens.unit;

import unroll.network.State;

/**
 * One number of a network's state: where it lies in {@link State#buffers()}.
 *
 * @param layer from the lowest, 0; where layers are bidirectional each counts twice: forward, backward
 * @param buffer 0 for the hidden state a, 1 for the LSTM's memory c
 * @param index among the hidden units, from 0
 */
public record Unit(int layer, int buffer, int index) {
    /** Its activation in a state of one or more columns. */
    float activation(State state, int column) {
        float[] units = state.buffers()[layer][buffer];
        return units[column * (units.length / state.columns()) + index];
    }
}
