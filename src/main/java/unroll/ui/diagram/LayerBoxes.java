package unroll.ui.diagram;

import java.util.Locale;

/**
 * What a figure shows of the layers.
 *
 * @param cell name of the cell; an LSTM has a memory c beside its state a
 * @param layers how many lie on one another
 */
public record LayerBoxes(String cell, int layers) {
    /** @throws IllegalArgumentException without a layer */
    public LayerBoxes {
        if (layers < 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "A network has at least 1 layer; got %d.", layers));
        }
    }

    boolean hasMemory() {
        return cell.equals("lstm");
    }
}
