package unroll.lens;

import java.util.ArrayList;
import java.util.List;
import unroll.matrix.WorkerGroup;
import unroll.network.Capacity;
import unroll.network.Direction;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.network.StateGradients;
import unroll.network.Unroll;

/**
 * How large the gradient of a loss is at every step and layer: ‖∂L/∂a&lt;t&gt;‖, the Euclidean norm over the units, where
 * ∂L/∂a&lt;t&gt; is all of it, through the layers above, the output and every later step. The engine itself goes forward and
 * back, as in training.
 *
 * <p>Steps are counted as the gradient passes through them: an encoder's come before its decoder's.
 *
 * @param rows layers from the lowest up, all directions of one before the next
 * @param norms 0 or more, [row][step]; not finite where the gradient has exploded
 * @param sourceSteps steps of the encoder, which come first; 0 where there is none
 * @param lossStep the last step whose loss is part of this one
 */
public record GradientFlow(List<Row> rows, double[][] norms, int sourceSteps, int lossStep) {
    /**
     * A layer in one direction.
     *
     * @param layer from 0, the lowest
     * @param direction in which it reads; the gradient flows against it
     */
    public record Row(int layer, Direction direction) {}

    /**
     * For the mean loss of a column's steps. Dropout is off. Takes about as long as two updates of training on a batch of one
     * column.
     *
     * @param network read, never changed; must not be trained meanwhile (see {@link Network#copy()})
     * @param source what its encoder reads; empty where it has none
     */
    public static GradientFlow of(Network network, int[] source, InputSequence column) {
        NetworkSpec spec = network.spec();
        Capacity capacity = new Capacity(source.length, column.steps(), 1);
        StateGradients gradients = new StateGradients(spec, capacity);
        Unroll unrolled = new Unroll(network, capacity, WorkerGroup.ofOne());
        unrolled.forward(source, column.inputs(), column.start(), null);
        unrolled.loss(column.targets(), 1f / Math.max(1, column.asked()));
        unrolled.backward(network.parameters().likeThis(), State.zero(spec, 1), gradients);
        List<Row> rows = rows(spec);
        double[][] norms = new double[rows.size()][source.length + column.steps()];
        for (int row = 0; row < norms.length; row++) {
            for (int t = 0; t < norms[row].length; t++) {
                State at = t < source.length ? gradients.ofSource(t) : gradients.of(t - source.length);
                norms[row][t] = norm(at.buffers()[row][0]);
            }
        }
        return new GradientFlow(rows, norms, source.length, source.length + column.lastAsked());
    }

    /**
     * For the loss of a single step: how far away it is felt. It is the last one asked, and where layers are bidirectional the
     * one in the middle of those asked, which both directions come to from afar.
     */
    public static GradientFlow ofOneStep(Network network, int[] source, InputSequence column) {
        boolean bidirectional = network.spec().directions() == Directions.BIDIRECTIONAL;
        return of(network, source, column.askedOnlyAt(bidirectional ? column.middleAsked() : column.lastAsked()));
    }

    /** In the order of a {@link State}. */
    private static List<Row> rows(NetworkSpec spec) {
        List<Row> rows = new ArrayList<>();
        for (int layer = 0; layer < spec.layers(); layer++) {
            for (Direction direction : spec.directions().each()) {
                rows.add(new Row(layer, direction));
            }
        }
        return List.copyOf(rows);
    }

    /** Euclidean. */
    static double norm(float[] gradient) {
        double sum = 0;
        for (float each : gradient) {
            sum += (double) each * each;
        }
        return Math.sqrt(sum);
    }

    /** All steps, the encoder's too. */
    public int steps() {
        return norms[0].length;
    }

    /** ‖∂L/∂a&lt;t&gt;‖ of a row, t from 0. */
    public double norm(int row, int t) {
        return norms[row][t];
    }

    /**
     * The norms of a row along the gradient's way: entry 0 is {@link #lossStep}, entry 1 the step that is reached next, to the
     * left of it where the row reads forward, to the right where it reads backward.
     */
    public double[] away(int row) {
        int by = rows.get(row).direction() == Direction.FORWARD ? -1 : 1;
        double[] away = new double[by < 0 ? lossStep + 1 : steps() - lossStep];
        for (int i = 0; i < away.length; i++) {
            away[i] = norms[row][lossStep + i * by];
        }
        return away;
    }
}
