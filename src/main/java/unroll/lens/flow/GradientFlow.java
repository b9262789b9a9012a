package unroll.lens.flow;

import unroll.lens.Column;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;
import unroll.network.Parameters.Tensor;
import unroll.network.State;
import unroll.network.Unroll;

/**
 * How large the gradient of a loss is at every step and layer: ‖∂L/∂a&lt;t&gt;‖, the Euclidean norm over the units, where
 * ∂L/∂a&lt;t&gt; is all of it, through the layer above, the output and every later step.
 *
 * <p>The engine goes forward and back one step at a time, handing the state's gradient on from step to step, which is the
 * same as going back through the window at once. What reaches a&lt;t&gt; within its own step is the product with what is above:
 * in a pass of a single step and column, the gradient of a bias is ∂L/∂z&lt;t&gt; itself.
 */
public final class GradientFlow {
    private final double[][] norms;

    private GradientFlow(double[][] norms) {
        this.norms = norms;
    }

    /**
     * For the mean loss of a column's steps. Dropout is off. Takes about 1 ms a step and layer of 256 LSTM units, because the
     * engine works out every weight's gradient too.
     *
     * @param network that reads one way; read, never changed; must not be trained meanwhile (see {@link Network#copy()})
     * @throws IllegalArgumentException where the network reads both ways or has an encoder
     */
    public static GradientFlow of(Network network, Column column) {
        requireOneWay(network.spec());
        return new GradientFlow(new Walk(network, column).back());
    }

    /** For the loss of the last step alone that is asked something: how far back it is felt. */
    public static GradientFlow ofLastStep(Network network, Column column) {
        return of(network, column.lastAskedOnly());
    }

    private static void requireOneWay(NetworkSpec spec) {
        if (spec.directions() != Directions.ONE_WAY || spec.hasEncoder()) {
            throw new IllegalArgumentException(
                    "The flow of the gradient is shown for networks that read one way; this one %s. Choose a type that reads one way."
                            .formatted(spec.hasEncoder() ? "has an encoder" : "reads both ways"));
        }
    }

    /** Layers, from the lowest up. */
    public int layers() {
        return norms.length;
    }

    /** Steps of the window, up to the last one asked where only that counts. */
    public int steps() {
        return norms[0].length;
    }

    /**
     * ‖∂L/∂a&lt;t&gt;‖ of a layer, 0 or more; not finite where the gradient has run away.
     *
     * @param layer from 0, the lowest
     * @param t from 0, the first
     */
    public double norm(int layer, int t) {
        return norms[layer][t];
    }

    /** The norms of a layer against steps back: entry 0 is the last step, entry 1 the one before; a copy. */
    public double[] backwards(int layer) {
        double[] backwards = new double[steps()];
        for (int back = 0; back < backwards.length; back++) {
            backwards[back] = norms[layer][steps() - 1 - back];
        }
        return backwards;
    }

    /** The way forward and back through one column. */
    private static final class Walk {
        private final Network network;
        private final Column column;
        private final Unroll oneStep;
        private final Parameters gradient;

        Walk(Network network, Column column) {
            this.network = network;
            this.column = column;
            oneStep = new Unroll(network, 1, 1);
            gradient = network.parameters().likeThis();
        }

        double[][] back() {
            State[] before = statesBefore();
            double[][] norms = new double[network.spec().layers()][column.steps()];
            float scale = 1f / Math.max(1, column.asked());
            State dState = State.zero(network.spec(), 1);
            for (int t = column.steps() - 1; t >= 0; t--) {
                State fromLater = dState.copy();
                oneStep.forward(new int[] {column.inputs()[t]}, before[t], null);
                oneStep.loss(new int[] {column.targets()[t]}, scale);
                oneStep.backward(gradient, dState);
                for (int layer = 0; layer < norms.length; layer++) {
                    norms[layer][t] = norm(fromLater.slabs()[layer][0], layer);
                }
            }
            return norms;
        }

        private State[] statesBefore() {
            State[] before = new State[column.steps()];
            State state = column.start();
            for (int t = 0; t < before.length; t++) {
                before[t] = state;
                oneStep.forward(new int[] {column.inputs()[t]}, state, null);
                state = oneStep.finalState();
            }
            return before;
        }

        /** ‖∂L/∂a from later + Wᵀ·∂L/∂z of what is above‖. */
        private double norm(float[] fromLater, int layer) {
            boolean top = layer == network.spec().layers() - 1;
            Tensor w = gradient.tensor(top ? "Wya" : "layer" + (layer + 1) + ".Wax");
            Tensor bias = gradient.tensor(top ? "by" : "layer" + (layer + 1) + ".ba");
            float[] weights = network.parameters().values();
            double sum = 0;
            for (int unit = 0; unit < fromLater.length; unit++) {
                double da = fromLater[unit];
                int from = w.offset() + unit * w.rows();
                for (int i = 0; i < w.rows(); i++) {
                    da += (double) weights[from + i] * gradient.values()[bias.offset() + i];
                }
                sum += da * da;
            }
            return Math.sqrt(sum);
        }
    }
}
