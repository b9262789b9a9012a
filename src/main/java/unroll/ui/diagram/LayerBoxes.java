package unroll.ui.diagram;

/**
 * What a figure shows of the layers.
 *
 * @param cell name of the cell; an LSTM has a memory c beside its state a
 * @param layers how many lie on one another
 */
public record LayerBoxes(String cell, int layers) {
    boolean hasMemory() {
        return cell.equals("lstm");
    }
}
