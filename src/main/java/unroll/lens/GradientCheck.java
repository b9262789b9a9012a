package unroll.lens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.matrix.WorkerGroup;
import unroll.network.Capacity;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;
import unroll.network.Parameters.Tensor;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.network.Vocabularies;
import unroll.task.RandomStreams;

/**
 * Compares the gradient that backpropagation gives with the slope of the loss, measured by going a little way forth and
 * back, for every tensor and the initial state of a small random network of two layers; one of its columns begins late.
 *
 * <p>The engine counts in 32-bit floats, where a single weight moves the loss by little more than its rounding error. So
 * slopes are measured along whole directions within a tensor: along the gradient itself, where a wrong length or sign
 * shows, and along random directions, where a part that is missing shows. The differences are of fourth order, which
 * allows for ways well above the rounding error. Where a rectifier happens to sit right at its kink the loss has no slope,
 * so what counts is the median over several networks.
 */
public final class GradientCheck {
    private static final int HIDDEN = 4;
    private static final int LAYERS = 2;
    private static final int STEPS = 4;
    private static final int COLUMNS = 3;
    private static final int RANDOM_DIRECTIONS = 4;
    private static final int NETWORKS = 5;

    /**
     * Lengths of the way gone. A right gradient agrees at one of them at least: short ones stay clear of kinks, long ones of
     * the rounding error. A wrong gradient agrees at none.
     */
    private static final double[] LENGTHS = {0.1, 0.03, 0.01, 0.003, 0.001};

    /** The kinds of network that are checked. */
    public enum Shape {
        ONE_WAY {
            @Override
            NetworkSpec over(NetworkSpec plain) {
                return plain;
            }
        },
        TWO_WAY {
            @Override
            NetworkSpec over(NetworkSpec plain) {
                return plain.with(Directions.TWO_WAY);
            }
        },
        ENCODER_DECODER {
            @Override
            NetworkSpec over(NetworkSpec plain) {
                return plain.with(new Vocabularies(5, plain.inputs(), plain.outputs()));
            }
        };

        abstract NetworkSpec over(NetworkSpec plain);

        NetworkSpec of(String cell) {
            return over(new NetworkSpec(cell, 2, HIDDEN, LAYERS, 0).with(new Vocabularies(7, 6)));
        }
    }

    private final Network network;
    private final Unroll unroll;
    private final State start;
    private final int[] source;
    private final int[] inputs;
    private final int[] targets;
    private final UniformRandomProvider random;

    /**
     * What the loss depends on, and the gradient with respect to it.
     *
     * @param name of the tensor, or {@code start}
     * @param values it lies among, from {@code offset} on
     */
    record Variable(String name, float[] values, int offset, float[] gradient) {}

    /**
     * How far gradient and slopes are apart, for each tensor and the initial state by name, as a share of the gradient's
     * length.
     *
     * @param cell name of a registered cell
     * @param seed from which the networks come
     */
    public static Map<String, Double> relativeErrors(String cell, Shape shape, long seed) {
        Map<String, double[]> errors = new LinkedHashMap<>();
        for (int i = 0; i < NETWORKS; i++) {
            GradientCheck check = new GradientCheck(cell, shape, seed * NETWORKS + i);
            for (Variable variable : check.variables()) {
                errors.computeIfAbsent(variable.name, name -> new double[NETWORKS])[i] = check.relativeError(variable);
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        errors.forEach((name, each) -> medians.put(name, median(each)));
        return medians;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** @param seed of weights, symbols, state and directions */
    GradientCheck(String cell, Shape shape, long seed) {
        random = RandomStreams.draws(seed);
        network = new Network(shape.of(cell), random);
        drawBiases();
        NetworkSpec spec = network.spec();
        Capacity room = new Capacity(spec.hasEncoder() ? STEPS - 1 : 0, STEPS, COLUMNS);
        unroll = new Unroll(network, room, WorkerGroup.ofOne());
        start = State.zero(spec, COLUMNS);
        for (float[][] layer : start.slabs()) {
            for (float[] slab : layer) {
                fill(slab);
            }
        }
        source = symbols(room.source(), spec.vocabularies().source());
        inputs = symbols(STEPS, spec.inputs());
        targets = random.ints(STEPS * COLUMNS, 0, spec.outputs()).toArray();
    }

    /** With biases of zero a rectifier that nothing reaches would sit right at its kink. */
    private void drawBiases() {
        float[] values = network.parameters().values();
        for (Tensor tensor : network.parameters().tensors()) {
            for (int i = 0; tensor.columns() == 1 && i < tensor.size(); i++) {
                values[tensor.offset() + i] += random.nextFloat() - 0.5f;
            }
        }
    }

    /** In the last column the first symbol comes one step later than in the others. */
    private int[] symbols(int steps, int count) {
        int[] symbols =
                random.ints((long) steps * COLUMNS, 0, Math.max(count, 1)).toArray();
        if (steps > 0) {
            symbols[COLUMNS - 1] = Unroll.NO_SYMBOL;
        }
        return symbols;
    }

    /** Every tensor and the initial state with the gradient of the mean loss by backpropagation. */
    List<Variable> variables() {
        Parameters gradient = network.parameters().likeThis();
        State dStart = State.zero(network.spec(), COLUMNS);
        unroll.forward(source, inputs, start, null);
        unroll.loss(targets, 1f / targets.length);
        unroll.backward(gradient, dStart);
        List<Variable> variables = new ArrayList<>();
        for (Tensor tensor : gradient.tensors()) {
            int from = tensor.offset();
            float[] g = Arrays.copyOfRange(gradient.values(), from, from + tensor.size());
            variables.add(new Variable(tensor.name(), network.parameters().values(), from, g));
        }
        for (int layer = 0; layer < start.slabs().length; layer++) {
            for (int slab = 0; slab < start.slabs()[layer].length; slab++) {
                String name = String.format(Locale.ROOT, "start%d.%d", layer, slab);
                variables.add(new Variable(name, start.slabs()[layer][slab], 0, dStart.slabs()[layer][slab]));
            }
        }
        return variables;
    }

    /** How far this gradient is from the slopes at most. */
    double relativeError(Variable variable) {
        float[] g = variable.gradient;
        double worst = error(variable, unit(g));
        for (int i = 0; i < RANDOM_DIRECTIONS; i++) {
            float[] direction = new float[g.length];
            fill(direction);
            worst = Math.max(worst, error(variable, unit(direction)));
        }
        return worst;
    }

    private double error(Variable variable, float[] direction) {
        double slope = dot(variable.gradient, direction);
        double length = Math.sqrt(dot(variable.gradient, variable.gradient));
        double smallest = Double.POSITIVE_INFINITY;
        for (double h : LENGTHS) {
            double measured = measuredSlope(variable, direction, h);
            double difference = Math.abs(measured - slope);
            double scale = Math.max(length, Math.abs(measured));
            smallest = Math.min(smallest, difference == 0 ? 0 : difference / scale);
        }
        return smallest;
    }

    /** (8·(L(h) − L(−h)) − (L(2h) − L(−2h))) / 12h. */
    private double measuredSlope(Variable variable, float[] direction, double h) {
        double near = lossAt(variable, direction, h) - lossAt(variable, direction, -h);
        double far = lossAt(variable, direction, 2 * h) - lossAt(variable, direction, -2 * h);
        return (8 * near - far) / (12 * h);
    }

    /** The mean loss with a variable moved by so much along a direction; puts it back. */
    private double lossAt(Variable variable, float[] direction, double way) {
        float[] before = variable.values.clone();
        // The variable may be a weight.
        network.parameters().edit();
        for (int i = 0; i < direction.length; i++) {
            int at = variable.offset + i;
            variable.values[at] = (float) (before[at] + way * direction[i]);
        }
        unroll.forward(source, inputs, start, null);
        double loss = unroll.loss(targets, 0) / targets.length;
        network.parameters().edit();
        System.arraycopy(before, 0, variable.values, 0, before.length);
        return loss;
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
