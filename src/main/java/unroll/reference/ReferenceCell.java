package unroll.reference;

/**
 * The formula of a cell, as docs/derivations has it: from the pre-activations z and the state before a step to the state after
 * it, and the chain rule back through every line. {@link unroll.cell.Cell} of the same name computes the same fast.
 *
 * <p>Both directions read from a {@link LayerTape} what they need and write on it what they compute.
 */
public interface ReferenceCell {
    /**
     * The formula of a registered cell.
     *
     * @throws IllegalArgumentException where nobody has written it down
     */
    static ReferenceCell of(String cell) {
        return switch (cell) {
            case "elman" -> ReferenceElman.TANH;
            case "elman-relu" -> ReferenceElman.RELU;
            case "gru" -> new ReferenceGru();
            case "lstm" -> new ReferenceLstm();
            default ->
                throw new IllegalArgumentException(
                        "The cell \"%s\" has no formula in the reference network; write it as a ReferenceCell and name it there."
                                .formatted(cell));
        };
    }

    /** From {@link Variable#z} of each block and {@link Variable#before} to {@link Variable#after}, of each part of the state. */
    void forward(LayerTape t);

    /**
     * From ∂L/∂ {@code after("a")}, all of it, and {@link Variable#fromNext} of the other parts of the state to ∂L/∂z of each
     * block and ∂L/∂ {@link Variable#before}, where something flows around the recurrent product.
     */
    void backward(LayerTape t);

    /** What {@link #forward} computes, for one unit, for people who want to see it with numbers in it. */
    Equations equations();
}
