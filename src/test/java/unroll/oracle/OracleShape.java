package unroll.oracle;

/**
 * The sizes of a network.
 *
 * @param cell its cell
 * @param source symbols that an encoder reads; 0 where there is none
 * @param inputs symbols read
 * @param outputs V, symbols told apart
 * @param hidden n, units a layer and direction
 * @param layers depth
 * @param directions 1, or 2 where every layer also reads from the last step to the first
 */
public record OracleShape(
        OracleCell cell, int source, int inputs, int outputs, int hidden, int layers, int directions) {
    /** Reads and gives the same V symbols, unidirectional. */
    public OracleShape(OracleCell cell, int vocabulary, int hidden, int layers) {
        this(cell, 0, vocabulary, vocabulary, hidden, layers, 1);
    }

    /** Takes a tensor's name and shape. */
    @FunctionalInterface
    interface TensorShape {
        void accept(String name, int rows, int columns);
    }

    void forEach(TensorShape action) {
        if (source > 0) {
            forEachLayer("encoder.", source, action);
        }
        forEachLayer("", inputs, action);
        action.accept("Wya", outputs, directions * hidden);
        action.accept("by", outputs, 1);
    }

    private void forEachLayer(String network, int read, TensorShape action) {
        for (int layer = 0; layer < layers; layer++) {
            int below = layer == 0 ? read : directions * hidden;
            for (int direction = 0; direction < directions; direction++) {
                String name = network + layerName(layer, direction);
                action.accept(name + "Wax", cell.inputBlocks() * hidden, below);
                action.accept(name + "Waa", cell.recurrentBlocks() * hidden, hidden);
                action.accept(name + "ba", cell.blocks() * hidden, 1);
            }
        }
    }

    static String layerName(int layer, int direction) {
        return "layer" + layer + (direction == 0 ? "." : ".reverse.");
    }
}
