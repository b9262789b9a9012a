package unroll.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Matrix;
import unroll.matrix.Team;
import unroll.matrix.Team.Share;

/**
 * Dropout between two layers, for one unroll: every unit of the lower layer's output is silenced with probability p, and
 * the others are multiplied by 1 / (1 − p), so that nothing changes when it is off (Srivastava et al. 2014, section 10;
 * between layers only, as Zaremba et al. 2014 advise for recurrent networks). Each member of the team looks after its own
 * units.
 */
final class Dropout {
    private final float keep;
    /** What the upper layer reads: [n_a × B·T]. */
    final Matrix output;

    private final Part[] parts;

    /** A member's units: their mask, and room for their values. */
    private record Part(Matrix input, Matrix output, Matrix gradient, float[] mask, float[] values) {}

    /** @param below the lower layer */
    Dropout(double rate, LayerUnroll below, Team team) {
        this.keep = (float) (1 - rate);
        Matrix input = below.output();
        this.output = Matrix.zeros(input.rows(), input.columns());
        this.parts = team.shares(input.rows()).stream()
                .map(units -> part(units, below))
                .toArray(Part[]::new);
    }

    private Part part(Share units, LayerUnroll below) {
        int from = units.from();
        int to = units.to();
        int size = units.count() * output.columns();
        return new Part(
                below.output().rows(from, to),
                output.rows(from, to),
                below.outputGradient().rows(from, to),
                new float[size],
                new float[size]);
    }

    /** @param random draws a new mask, or null to let everything through */
    void forward(int member, @Nullable UniformRandomProvider random) {
        float[] mask = parts[member].mask;
        float scale = 1 / keep;
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random == null ? 1 : random.nextFloat() < keep ? scale : 0;
        }
        applyMask(parts[member], parts[member].input, parts[member].output);
    }

    /** From ∂L/∂ of what the upper layer read to ∂L/∂ of what the lower one gave, in place. */
    void backward(int member) {
        applyMask(parts[member], parts[member].gradient, parts[member].gradient);
    }

    private static void applyMask(Part part, Matrix from, Matrix to) {
        float[] values = part.values;
        from.read(values);
        for (int i = 0; i < values.length; i++) {
            values[i] *= part.mask[i];
        }
        to.write(values);
    }
}
