package unroll.lens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.matrix.WorkerGroup;
import unroll.network.Capacity;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;
import unroll.network.Parameters.ParameterTensor;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.network.Vocabularies;
import unroll.reference.ReferenceNetwork;
import unroll.reference.ReferenceState;
import unroll.task.RandomStreams;

/**
 * Compares the gradient that the engine's backpropagation gives with the slope of the loss, measured in the doubles of a
 * {@link ReferenceNetwork}, for every tensor and the initial state of a small random network of two layers; one of its columns
 * begins late.
 *
 * <p>Slopes are measured along whole directions within a tensor: along the gradient itself, where a wrong length or sign shows,
 * and along random directions, where a part that is missing shows. They are exact to some 1e-9, so what is left is the rounding
 * of the engine's 32-bit floats.
 */
public final class GradientCheck {
    private static final int HIDDEN = 4;
    private static final int LAYERS = 2;
    private static final int STEPS = 3;
    private static final int COLUMNS = 3;
    private static final int RANDOM_DIRECTIONS = 2;
    /** How far a variable is moved: for truncation, some ε², and rounding, some 10⁻¹⁶ / ε, alike. */
    private static final double EPSILON = 1e-5;

    /** The kinds of network that are checked. */
    public enum NetworkVariant {
        UNIDIRECTIONAL(plain -> plain),
        BIDIRECTIONAL(plain -> plain.with(Directions.BIDIRECTIONAL)),
        ENCODER_DECODER(plain -> plain.with(new Vocabularies(5, plain.inputs(), plain.outputs())));

        private final UnaryOperator<NetworkSpec> over;

        NetworkVariant(UnaryOperator<NetworkSpec> over) {
            this.over = over;
        }

        NetworkSpec of(String cell) {
            return over.apply(new NetworkSpec(cell, 2, HIDDEN, LAYERS, 0).with(new Vocabularies(7, 6)));
        }
    }

    private final NetworkSpec spec;
    private final double[] weights;
    private final double[][][] start;
    private final int[] source;
    private final int[] inputs;
    private final int[] targets;
    final List<CheckedTensor> variables = new ArrayList<>();
    private final UniformRandomProvider random;

    /**
     * What the loss depends on, and the gradient with respect to it.
     *
     * @param name of the tensor, or {@code start}
     * @param values it lies among, from {@code offset} on
     */
    record CheckedTensor(String name, double[] values, int offset, float[] gradient) {}

    /**
     * How far gradient and slopes are apart, for each tensor and the initial state by name, as a share of the gradient's
     * length.
     *
     * @param cell name of a registered cell
     * @param seed from which the network comes
     */
    public static Map<String, Double> relativeErrors(String cell, NetworkVariant shape, long seed) {
        GradientCheck check = new GradientCheck(cell, shape, seed);
        Map<String, Double> errors = new LinkedHashMap<>();
        for (CheckedTensor variable : check.variables) {
            errors.put(variable.name, check.slopes(variable).relativeError(variable.gradient));
        }
        return errors;
    }

    /** @param seed of weights, symbols, state and directions */
    GradientCheck(String cell, NetworkVariant shape, long seed) {
        random = RandomStreams.draws(seed);
        spec = shape.of(cell);
        Network network = new Network(spec, random);
        drawBiases(network.parameters());
        State state = State.zero(spec, COLUMNS);
        for (float[][] layer : state.buffers()) {
            for (float[] buffer : layer) {
                fill(buffer);
            }
        }
        source = symbols(spec.hasEncoder() ? STEPS - 1 : 0, spec.vocabularies().source());
        inputs = symbols(STEPS, spec.inputs());
        targets = random.ints(STEPS * COLUMNS, 0, spec.outputs()).toArray();
        weights = ReferenceNetwork.weights(network.parameters());
        start = ReferenceState.doubles(state);
        backpropagate(network, state);
    }

    /** With biases of zero a rectifier that nothing reaches would sit right at its kink. */
    private void drawBiases(Parameters parameters) {
        for (ParameterTensor tensor : parameters.tensors()) {
            for (int i = 0; tensor.columns() == 1 && i < tensor.size(); i++) {
                parameters.edit()[tensor.offset() + i] += random.nextFloat() - 0.5f;
            }
        }
    }

    /** In the last column the first symbol comes one step later than in the others. */
    private int[] symbols(int steps, int count) {
        int[] symbols =
                random.ints((long) steps * COLUMNS, 0, Math.max(count, 1)).toArray();
        if (steps > 0) {
            symbols[COLUMNS - 1] = Unroll.PAD;
        }
        return symbols;
    }

    /** Finds every tensor and the initial state with the gradient of the mean loss by the engine. */
    private void backpropagate(Network network, State state) {
        Capacity capacity = new Capacity(source.length / COLUMNS, STEPS, COLUMNS);
        Unroll unroll = new Unroll(network, capacity, WorkerGroup.ofOne());
        Parameters gradient = network.parameters().likeThis();
        State dStart = State.zero(spec, COLUMNS);
        unroll.forward(source, inputs, state, null);
        unroll.loss(targets, 1f / targets.length);
        unroll.backward(gradient, dStart);
        for (ParameterTensor tensor : gradient.tensors()) {
            int from = tensor.offset();
            float[] g = Arrays.copyOfRange(gradient.values(), from, from + tensor.size());
            variables.add(new CheckedTensor(tensor.name(), weights, from, g));
        }
        for (int layer = 0; layer < start.length; layer++) {
            for (int buffer = 0; buffer < start[layer].length; buffer++) {
                String name = String.format(Locale.ROOT, "start%d.%d", layer, buffer);
                variables.add(new CheckedTensor(name, start[layer][buffer], 0, dStart.buffers()[layer][buffer]));
            }
        }
    }

    /** The slopes along a variable's gradient and along random directions within it. */
    Slopes slopes(CheckedTensor variable) {
        float[][] directions = new float[1 + RANDOM_DIRECTIONS][];
        double[] measured = new double[directions.length];
        for (int i = 0; i < directions.length; i++) {
            directions[i] = unit(i == 0 ? variable.gradient : random(variable.gradient.length));
            measured[i] = (lossAt(variable, directions[i], EPSILON) - lossAt(variable, directions[i], -EPSILON))
                    / (2 * EPSILON);
        }
        return new Slopes(directions, measured);
    }

    /**
     * Slopes of the loss within one variable.
     *
     * @param directions of length 1
     * @param measured slope along each of them
     */
    record Slopes(float[][] directions, double[] measured) {
        /** How far a gradient is from these slopes at most. */
        double relativeError(float[] gradient) {
            double length = Math.sqrt(dot(gradient, gradient));
            double worst = 0;
            for (int i = 0; i < measured.length; i++) {
                double difference = Math.abs(measured[i] - dot(gradient, directions[i]));
                worst = difference == 0 ? worst : Math.max(worst, difference / Math.max(length, Math.abs(measured[i])));
            }
            return worst;
        }
    }

    /** The mean loss with a variable moved by so much along a direction; puts it back. */
    private double lossAt(CheckedTensor variable, float[] direction, double distance) {
        double[] before = variable.values.clone();
        for (int i = 0; i < direction.length; i++) {
            variable.values[variable.offset + i] += distance * direction[i];
        }
        ReferenceNetwork reference = new ReferenceNetwork(spec, weights);
        ReferenceState begin = ReferenceState.of(start, spec.hidden());
        double loss = reference.loss(reference.forward(source, inputs, begin), targets) / targets.length;
        System.arraycopy(before, 0, variable.values, 0, before.length);
        return loss;
    }

    private float[] random(int length) {
        float[] values = new float[length];
        fill(values);
        return values;
    }

    private void fill(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
    }

    private static float[] unit(float[] direction) {
        double length = Math.sqrt(dot(direction, direction));
        float[] unit = direction.clone();
        for (int i = 0; i < unit.length && length > 0; i++) {
            unit[i] = (float) (unit[i] / length);
        }
        return unit;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
