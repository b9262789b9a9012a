package unroll.lens;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import unroll.matrix.WorkerGroup;
import unroll.message.Formats;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Capacity;
import unroll.network.Network;
import unroll.network.Parameters;
import unroll.network.Parameters.ParameterTensor;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.reference.ReferenceNetwork;
import unroll.reference.ReferenceState;
import unroll.task.Batch;

/**
 * The gradient of one weight, twice: by backpropagation through time, as training takes it from the engine, and by moving
 * the weight a little up and down and looking at the loss, (L(w + ε) − L(w − ε)) / 2ε, in forward passes of the
 * {@link ReferenceNetwork}, which shares nothing with the engine and counts in doubles. Losses are means over all targets of the window, in nats; dropout is off.
 *
 * @param entry which weight
 * @param weight w, its value
 * @param epsilon ε
 * @param above L(w + ε)
 * @param below L(w − ε)
 * @param engineLoss L(w) in the engine's 32-bit floats
 * @param analytic ∂L/∂w by backpropagation
 * @param largest the largest absolute ∂L/∂ of the tensor's weights; about a millionth of it is the engine's rounding
 */
public record WeightCheck(
        TensorEntry entry,
        double weight,
        double epsilon,
        double above,
        double below,
        double engineLoss,
        double analytic,
        double largest) {
    /** Small enough for truncation, some ε² of the gradient, and large enough for rounding, some 10⁻¹⁶ / ε. */
    public static final double EPSILON = 1e-4;

    private static final double RELATIVE_TOLERANCE = 1e-4;
    /** What sums of 32-bit floats lose, as a share of the largest among them. */
    private static final double ROUNDING = 1e-5;

    /**
     * One weight.
     *
     * @param tensor its name, such as {@code layer0.Waa}
     * @param row from 0
     * @param column from 0; 0 in a bias
     */
    public record TensorEntry(String tensor, int row, int column) {
        /** The weight of a tensor that is farthest from 0. */
        public static TensorEntry ofLargest(Parameters parameters, String name) {
            ParameterTensor tensor = parameters.tensor(name);
            int largest = 0;
            for (int i = 1; i < tensor.size(); i++) {
                if (Math.abs(parameters.values()[tensor.offset() + i])
                        > Math.abs(parameters.values()[tensor.offset() + largest])) {
                    largest = i;
                }
            }
            return new TensorEntry(name, largest % tensor.rows(), largest / tensor.rows());
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s[%d, %d]", tensor, row, column);
        }
    }

    /**
     * What the loss is taken of.
     *
     * @param source what an encoder reads, step-major; empty where there is none
     * @param batch what is read and asked; at least one target
     * @param start the state before it, of as many columns
     */
    public record CheckWindow(int[] source, Batch batch, State start) {}

    /**
     * Checks a weight. Two forward passes without haste: some tenths of a second for one column of 100 steps through 256 LSTM
     * units, so a batch of few columns is enough.
     *
     * @param network read, never changed; must not be trained meanwhile (see {@link Network#copy()})
     * @param epsilon above 0, usually {@link #EPSILON}
     * @throws ProblemException where there is no such tensor, row or column, or nothing is asked
     */
    public static WeightCheck of(Network network, CheckWindow window, TensorEntry entry, double epsilon) {
        ParameterTensor tensor = network.parameters().tensor(entry.tensor);
        int at = tensor.offset() + indexIn(tensor, entry);
        int targets = targets(window.batch);
        Parameters gradient = network.parameters().likeThis();
        double engineLoss = backpropagate(network, window, targets, gradient);
        double[] weights = ReferenceNetwork.weights(network.parameters());
        double weight = weights[at];
        weights[at] = weight + epsilon;
        double above = loss(new ReferenceNetwork(network.spec(), weights), window) / targets;
        weights[at] = weight - epsilon;
        double below = loss(new ReferenceNetwork(network.spec(), weights), window) / targets;
        return new WeightCheck(
                entry,
                weight,
                epsilon,
                above,
                below,
                engineLoss,
                gradient.values()[at],
                largest(gradient.values(), tensor));
    }

    private static int indexIn(ParameterTensor tensor, TensorEntry entry) {
        boolean inside =
                entry.row >= 0 && entry.row < tensor.rows() && entry.column >= 0 && entry.column < tensor.columns();
        if (!inside) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s has rows 0 to %d and columns 0 to %d; got row %d, column %d.",
                    tensor.name(),
                    tensor.rows() - 1,
                    tensor.columns() - 1,
                    entry.row,
                    entry.column));
        }
        return entry.column * tensor.rows() + entry.row;
    }

    private static int targets(Batch batch) {
        int targets = (int) Arrays.stream(batch.targets())
                .filter(target -> target != Batch.NO_TARGET)
                .count();
        if (targets == 0) {
            throw Reason.NOTHING_ASKED.exception();
        }
        return targets;
    }

    private static double backpropagate(Network network, CheckWindow window, int targets, Parameters gradient) {
        Batch batch = window.batch;
        Capacity capacity = new Capacity(window.source.length / batch.columns(), batch.steps(), batch.columns());
        Unroll unroll = new Unroll(network, capacity, WorkerGroup.ofOne());
        unroll.forward(window.source, batch.inputs(), window.start, null);
        double loss = unroll.loss(batch.targets(), 1f / targets) / targets;
        unroll.backward(gradient, State.zero(network.spec(), batch.columns()));
        return loss;
    }

    private static double loss(ReferenceNetwork reference, CheckWindow window) {
        Batch batch = window.batch;
        return reference.loss(
                reference.forward(window.source, batch.inputs(), ReferenceState.of(window.start)), batch.targets());
    }

    private static double largest(float[] gradient, ParameterTensor tensor) {
        double largest = 0;
        for (int i = tensor.offset(); i < tensor.offset() + tensor.size(); i++) {
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        return largest;
    }

    /** The quotient: (L(w + ε) − L(w − ε)) / 2ε. */
    public double numeric() {
        return (above - below) / (2 * epsilon);
    }

    /** How far the two are apart, as a share of the larger; 0 where both are 0. */
    public double relativeDifference() {
        double larger = Math.max(Math.abs(analytic), Math.abs(numeric()));
        return larger == 0 ? 0 : Math.abs(analytic - numeric()) / larger;
    }

    /** Whether they are the same within a ten-thousandth, or within what 32-bit sums lose. */
    public boolean agrees() {
        return relativeDifference() <= RELATIVE_TOLERANCE || Math.abs(analytic - numeric()) <= ROUNDING * largest;
    }

    /** The calculation line by line, as one would write it on a board. */
    public List<String> lines() {
        return List.of(
                line("w = %s = %.9f", entry, weight),
                line("ε = %s", Formats.number(epsilon)),
                line("L(w + ε) = %.12f", above),
                line("L(w − ε) = %.12f", below),
                line(
                        "(L(w + ε) − L(w − ε)) / 2ε = %s / %s = %s",
                        Formats.number(above - below, 4), Formats.number(2 * epsilon), Formats.number(numeric(), 7)),
                line("∂L/∂w by backpropagation = %s", Formats.number(analytic, 7)),
                line(
                        "They differ by %s of the larger: %s.",
                        Formats.number(relativeDifference()), agrees() ? "they agree" : "they do not agree"));
    }

    private static String line(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
