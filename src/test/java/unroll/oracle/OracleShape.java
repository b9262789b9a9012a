package unroll.oracle;

/**
 * The sizes of a network.
 *
 * @param cell its cell
 * @param vocabulary V
 * @param hidden n, units a layer
 * @param layers depth
 */
public record OracleShape(OracleCell cell, int vocabulary, int hidden, int layers) {
    /** Takes a tensor's name and shape. */
    @FunctionalInterface
    interface TensorShape {
        void accept(String name, int rows, int columns);
    }

    void forEach(TensorShape action) {
        for (int layer = 0; layer < layers; layer++) {
            int below = layer == 0 ? vocabulary : hidden;
            action.accept("layer" + layer + ".Wax", cell.inputBlocks() * hidden, below);
            action.accept("layer" + layer + ".Waa", cell.recurrentBlocks() * hidden, hidden);
            action.accept("layer" + layer + ".ba", cell.blocks() * hidden, 1);
        }
        action.accept("Wya", vocabulary, hidden);
        action.accept("by", vocabulary, 1);
    }
}
