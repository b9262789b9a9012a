package unroll.lens.step;

/**
 * ∂L/∂ one weight that leads into a unit, as far as one step has a part in it.
 *
 * @param term the weight, and what it stands before
 * @param dz ∂L/∂ of the pre-activation it feeds
 */
public record WeightGradient(ProductTerm term, double dz) {
    /** ∂L/∂w = ∂L/∂z times what the weight stands before. */
    public double gradient() {
        return dz * term.value();
    }
}
