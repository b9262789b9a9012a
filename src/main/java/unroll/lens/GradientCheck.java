package unroll.lens;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;
import unroll.network.Parameters.Tensor;
import unroll.network.State;
import unroll.network.Unroll;

/**
 * Compares the gradient that backpropagation gives with the slope of the loss, measured by going a little way forth and
 * back, for every tensor of a small random network of two layers with a random state carried in.
 *
 * <p>The engine counts in 32-bit floats, where a single weight moves the loss by little more than its rounding error. So
 * slopes are measured along whole directions within a tensor: along the gradient itself, where a wrong length or sign
 * shows, and along random directions, where a part that is missing shows. The differences are of fourth order, which
 * allows for ways well above the rounding error. Where a rectifier happens to sit right at its kink the loss has no slope,
 * so what counts is the median over several networks.
 */
public final class GradientCheck {
    private static final int VOCABULARY = 7;
    private static final int HIDDEN = 4;
    private static final int LAYERS = 2;
    private static final int STEPS = 4;
    private static final int COLUMNS = 2;
    private static final int RANDOM_DIRECTIONS = 4;
    private static final int NETWORKS = 5;

    /**
     * Lengths of the way gone. A right gradient agrees at one of them at least: short ones stay clear of kinks, long ones of
     * the rounding error. A wrong gradient agrees at none.
     */
    private static final double[] LENGTHS = {0.1, 0.03, 0.01, 0.003, 0.001};

    private final Network network;
    private final Unroll unroll;
    private final State start;
    private final int[] inputs;
    private final int[] targets;
    private final UniformRandomProvider random;

    /**
     * How far gradient and slopes are apart, for each tensor by name, as a share of the gradient's length.
     *
     * @param cell name of a registered cell
     * @param seed from which the networks come
     */
    public static Map<String, Double> relativeErrors(String cell, long seed) {
        Map<String, double[]> errors = new LinkedHashMap<>();
        for (int i = 0; i < NETWORKS; i++) {
            GradientCheck check = new GradientCheck(cell, seed * NETWORKS + i);
            int at = i;
            check.relativeErrors(check.gradient())
                    .forEach((tensor, error) -> errors.computeIfAbsent(tensor, t -> new double[NETWORKS])[at] = error);
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        errors.forEach((tensor, each) -> medians.put(tensor, median(each)));
        return medians;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** @param seed of weights, symbols, state and directions */
    GradientCheck(String cell, long seed) {
        random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        network = new Network(new NetworkSpec(cell, VOCABULARY, HIDDEN, LAYERS, 0), random);
        unroll = new Unroll(network, STEPS, COLUMNS);
        start = State.zero(network.spec(), COLUMNS);
        for (float[][] layer : start.slabs()) {
            for (float[] slab : layer) {
                fill(slab);
            }
        }
        inputs = random.ints(STEPS * COLUMNS, 0, VOCABULARY).toArray();
        targets = random.ints(STEPS * COLUMNS, 0, VOCABULARY).toArray();
    }

    /** The gradient of the mean loss, by backpropagation. */
    Parameters gradient() {
        Parameters gradient = network.parameters().likeThis();
        unroll.forward(inputs, start, null);
        unroll.loss(targets, 1f / targets.length);
        unroll.backward(gradient);
        return gradient;
    }

    /** How far this gradient is from the slopes at most, for each tensor by name. */
    Map<String, Double> relativeErrors(Parameters gradient) {
        Map<String, Double> errors = new LinkedHashMap<>();
        for (Tensor tensor : gradient.tensors()) {
            float[] g = part(gradient.values(), tensor);
            double worst = error(tensor, g, unit(g));
            for (int i = 0; i < RANDOM_DIRECTIONS; i++) {
                float[] direction = new float[g.length];
                fill(direction);
                worst = Math.max(worst, error(tensor, g, unit(direction)));
            }
            errors.put(tensor.name(), worst);
        }
        return errors;
    }

    private static float[] part(float[] values, Tensor tensor) {
        float[] part = new float[tensor.size()];
        System.arraycopy(values, tensor.offset(), part, 0, part.length);
        return part;
    }

    private double error(Tensor tensor, float[] g, float[] direction) {
        double slope = dot(g, direction);
        double length = Math.sqrt(dot(g, g));
        double smallest = Double.POSITIVE_INFINITY;
        for (double h : LENGTHS) {
            double measured = measuredSlope(tensor, direction, h);
            double difference = Math.abs(measured - slope);
            double scale = Math.max(length, Math.abs(measured));
            smallest = Math.min(smallest, difference == 0 ? 0 : difference / scale);
        }
        return smallest;
    }

    /** (8·(L(h) − L(−h)) − (L(2h) − L(−2h))) / 12h. */
    private double measuredSlope(Tensor tensor, float[] direction, double h) {
        double near = lossAt(tensor, direction, h) - lossAt(tensor, direction, -h);
        double far = lossAt(tensor, direction, 2 * h) - lossAt(tensor, direction, -2 * h);
        return (8 * near - far) / (12 * h);
    }

    /** The mean loss with a tensor moved by so much along a direction; puts the tensor back. */
    private double lossAt(Tensor tensor, float[] direction, double way) {
        Parameters weights = network.parameters();
        float[] before = part(weights.values(), tensor);
        for (int i = 0; i < before.length; i++) {
            weights.values()[tensor.offset() + i] = (float) (before[i] + way * direction[i]);
        }
        unroll.loadWeights();
        unroll.forward(inputs, start, null);
        double loss = unroll.loss(targets, 0) / targets.length;
        System.arraycopy(before, 0, weights.values(), tensor.offset(), before.length);
        unroll.loadWeights();
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
