package unroll.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Matrix;

/**
 * Dropout between two layers, for one unroll: every unit of the lower layer's output is silenced with probability p, and
 * the others are multiplied by 1 / (1 − p), so that nothing changes when it is off (Srivastava et al. 2014, section 10;
 * between layers only, as Zaremba et al. 2014 advise for recurrent networks).
 */
final class Dropout {
    private final float keep;
    private final float[] mask;
    private final float[] values;
    /** What the upper layer reads: [n_a × B·T]. */
    final Matrix output;

    Dropout(double rate, int hidden, int columns) {
        this.keep = (float) (1 - rate);
        this.mask = new float[hidden * columns];
        this.values = new float[hidden * columns];
        this.output = Matrix.zeros(hidden, columns);
    }

    /** @param random draws a new mask, or null to let everything through */
    void forward(Matrix a, @Nullable UniformRandomProvider random) {
        float scale = 1 / keep;
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random == null ? 1 : random.nextFloat() < keep ? scale : 0;
        }
        applyMask(a, output);
    }

    /** From ∂L/∂ of the output to ∂L/∂ of the input, in place. */
    void backward(Matrix gradient) {
        applyMask(gradient, gradient);
    }

    private void applyMask(Matrix from, Matrix to) {
        from.read(values);
        for (int i = 0; i < values.length; i++) {
            values[i] *= mask[i];
        }
        to.write(values);
    }
}
