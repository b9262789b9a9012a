package unroll.matrix;

/** Pointwise functions over whole arrays. */
public final class Activations {
    private Activations() {}

    /** out[i] = tanh(in[i]); the arrays may be the same. */
    public static void tanh(float[] in, float[] out) {
        throw new UnsupportedOperationException();
    }

    /** out[i] = 1 / (1 + exp(−in[i])); the arrays may be the same. */
    public static void sigmoid(float[] in, float[] out) {
        throw new UnsupportedOperationException();
    }
}
