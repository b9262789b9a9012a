package unroll.matrix;

/**
 * A matrix in the order in which its products are fastest: the left factor of many products with as many columns each, such
 * as a layer's recurrent weights, which every step of a window multiplies. It is packed when it is first multiplied after a
 * change, and not at every product, as a plain {@link Matrix#addProduct(Matrix, Matrix)} would be (docs/adr/0014).
 *
 * <p>Not for use by two threads at once.
 */
public abstract sealed class PackedFactor permits OneDnnFactor, OpenBlasFactor {
    private final Matrix factor;
    private boolean changed = true;

    PackedFactor(Matrix factor) {
        this.factor = factor;
    }

    /**
     * Makes one by the library in use.
     *
     * @param factor whose memory it goes on reading; a transposed view is welcome
     * @param columns of the right factors, at least 1
     */
    public static PackedFactor of(Matrix factor, int columns) {
        return of(Products.current(), factor, columns);
    }

    static PackedFactor of(Products products, Matrix factor, int columns) {
        // A single column is bound by reading the factor once, in whatever order.
        return products == Products.ONEDNN && columns > 1
                ? new OneDnnFactor(factor)
                : new OpenBlasFactor(factor, columns);
    }

    /** What is packed. */
    final Matrix factor() {
        return factor;
    }

    /** To be called when the matrix has got other values: the next product packs it again. */
    public final void changed() {
        changed = true;
    }

    /** result = result + this·right, for untransposed matrices that fit. */
    final void addProductTo(Matrix result, Matrix right) {
        prepare(result, right);
        if (changed) {
            pack();
            changed = false;
        }
        add(result, right);
    }

    /** Called before every product, for those to whom the factors' places in memory make a difference. */
    void prepare(Matrix result, Matrix right) {}

    abstract void pack();

    abstract void add(Matrix result, Matrix right);
}
