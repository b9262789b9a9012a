package unroll.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.Matrix;
import unroll.matrix.WorkerGroup;
import unroll.matrix.WorkerGroup.Share;

/**
 * Dropout between two layers, for one unroll: every unit of the lower layer's output is dropped with probability p, and
 * the others are multiplied by 1 / (1 − p), so that nothing changes when it is off (Srivastava et al. 2014, section 10;
 * between layers only, as Zaremba et al. 2014 advise for recurrent networks). Each worker looks after its own
 * share of the units.
 */
final class Dropout {
    private final float keep;
    private final LayerStates below;
    private final WorkerGroup workers;
    private final Matrix output;
    private final int columns;
    private Shard[] parts = {};

    /** A worker's units: their mask, and room for their values. */
    private record Shard(Matrix input, Matrix output, Matrix gradient, float[] mask, float[] values) {}

    /** @param below the lower layer's states */
    Dropout(double rate, LayerStates below, Capacity capacity, WorkerGroup workers) {
        this.keep = (float) (1 - rate);
        this.below = below;
        this.workers = workers;
        this.columns = capacity.columns();
        this.output = Matrix.zeros(below.units(), Math.multiplyExact(columns, capacity.steps()));
    }

    private Shard part(Share units, int steps) {
        int from = units.from();
        int to = units.to();
        int size = units.count() * columns * steps;
        return new Shard(
                below.output(steps).rows(from, to),
                output(steps).rows(from, to),
                below.outputGradient(steps).rows(from, to),
                new float[size],
                new float[size]);
    }

    /** What the upper layer reads in so many steps: [n_a × B·T]. */
    Matrix output(int steps) {
        return output.columns(0, columns * steps);
    }

    /** From now on passes have so many steps. */
    void resize(int steps) {
        parts = workers.shares(below.units()).stream()
                .map(units -> part(units, steps))
                .toArray(Shard[]::new);
    }

    /** @param random draws a new mask, or null to let everything through */
    void forward(int worker, @Nullable UniformRandomProvider random) {
        float[] mask = parts[worker].mask;
        float scale = 1 / keep;
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random == null ? 1 : random.nextFloat() < keep ? scale : 0;
        }
        applyMask(parts[worker], parts[worker].input, parts[worker].output);
    }

    /** From ∂L/∂ of what the upper layer read to ∂L/∂ of what the lower one gave, in place. */
    void backward(int worker) {
        applyMask(parts[worker], parts[worker].gradient, parts[worker].gradient);
    }

    private static void applyMask(Shard part, Matrix from, Matrix to) {
        float[] values = part.values;
        from.read(values);
        for (int i = 0; i < values.length; i++) {
            values[i] *= part.mask[i];
        }
        to.write(values);
    }
}
