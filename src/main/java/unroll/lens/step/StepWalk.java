package unroll.lens.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import unroll.lens.step.ForwardStep.LayerStep;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;
import unroll.network.State;
import unroll.task.Batch;

/**
 * Walks a network through its steps and shows all that happens in them. Works in doubles and without haste, from the weights
 * and the cell's {@link unroll.cell.Cell#equations}; its numbers are the engine's to the accuracy of a float.
 */
public final class StepWalk {
    private final NetworkSpec spec;
    private final @Nullable WalkthroughStack encoder;
    private final WalkthroughStack layers;
    private final Weights wya;
    private final double[] by;

    /** @param network read, never changed; must not be trained meanwhile (see {@link Network#copy()}) */
    public StepWalk(Network network) {
        spec = network.spec();
        encoder = spec.hasEncoder() ? new WalkthroughStack(network, "encoder.", "above") : null;
        layers = new WalkthroughStack(network, "", "ŷ<t>");
        Parameters parameters = network.parameters();
        wya = new Weights(parameters, "Wya");
        by = new Weights(parameters, "by").times(new double[] {1});
    }

    /**
     * One step forward.
     *
     * @param before the state before it, of one column; read only
     * @param symbol x<t>, an index of the symbols the network, or its decoder, reads
     * @throws IndexOutOfBoundsException where it reads no such symbol
     */
    public ForwardStep forward(State before, int symbol) {
        return forward(before, new int[] {symbol}).get(0);
    }

    /** Several steps that follow on one another; a network that reads both ways needs all of them at once. */
    public List<ForwardStep> forward(State before, int[] symbols) {
        return walked(layers, before, symbols, spec.inputs());
    }

    /**
     * The encoder's steps, which give nothing.
     *
     * @throws IllegalArgumentException where there is no encoder
     */
    public List<ForwardStep> encode(int[] source) {
        if (encoder == null) {
            throw new IllegalArgumentException("This network has no encoder: %s.".formatted(spec));
        }
        return walked(encoder, State.zero(spec, 1), source, spec.vocabularies().source());
    }

    private List<ForwardStep> walked(WalkthroughStack stack, State before, int[] symbols, int vocabulary) {
        double[][] x = new double[symbols.length][vocabulary];
        for (int t = 0; t < x.length; t++) {
            x[t][Objects.checkIndex(symbols[t], vocabulary)] = 1;
        }
        List<List<LayerStep>> steps = stack.forward(x, doubles(before));
        List<ForwardStep> walked = new ArrayList<>();
        for (int t = 0; t < symbols.length; t++) {
            double[] logits = stack == layers ? logits(stack.output(steps.get(t))) : new double[0];
            walked.add(new ForwardStep(symbols[t], steps.get(t), logits));
        }
        return walked;
    }

    private double[] logits(double[] top) {
        double[] logits = wya.times(top);
        Arrays.setAll(logits, v -> logits[v] + by[v]);
        return logits;
    }

    private static double[][][] doubles(State state) {
        return Arrays.stream(state.slabs())
                .map(row -> Arrays.stream(row).map(StepWalk::doubles).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static double[] doubles(float[] slab) {
        return IntStream.range(0, slab.length).mapToDouble(i -> slab[i]).toArray();
    }

    /**
     * The way back through one step: the gradient of this step's loss alone, as if nothing came after it.
     *
     * @param step from {@link #forward} of this walk
     * @param target y<t>, an index of the symbols the network gives
     * @throws IndexOutOfBoundsException where it gives no such symbol
     */
    public BackwardStep backward(ForwardStep step, int target) {
        return backward(List.of(step), new int[] {target}).get(0);
    }

    /**
     * The way back through several steps that follow on one another: exact backpropagation through time of the sum of their
     * losses.
     *
     * @param steps of this walk, each begun with the state after the one before; an encoder's before its decoder's
     * @param targets as many, {@link Batch#NO_TARGET} where a step's loss does not count and in an encoder
     * @return of every step its own part; the gradient of a weight is the sum over the steps
     */
    public List<BackwardStep> backward(List<ForwardStep> steps, int[] targets) {
        if (steps.size() != targets.length) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "There are %d steps; got %d targets.", steps.size(), targets.length));
        }
        int source = (int) steps.stream().filter(step -> !step.gives()).count();
        List<double[]> dLogits = new ArrayList<>();
        for (int t = 0; t < targets.length; t++) {
            dLogits.add(dLogits(steps.get(t), targets[t]));
        }
        double[][] dTop = dLogits.subList(source, targets.length).stream()
                .map(wya::transposedTimes)
                .toArray(double[][]::new);
        WalkthroughStack.Back back = layers.backward(steps.subList(source, targets.length), dTop, layers.nothing());
        List<Values[]> values = new ArrayList<>(List.of(back.values()));
        if (encoder != null && source > 0) {
            double[][] nothing = new double[source][spec.width()];
            values.addAll(
                    0,
                    List.of(encoder.backward(steps.subList(0, source), nothing, back.start())
                            .values()));
        }
        return IntStream.range(0, targets.length)
                .mapToObj(t -> new BackwardStep(steps.get(t), targets[t], dLogits.get(t), List.of(values.get(t))))
                .toList();
    }

    /** ŷ<t> − y<t>, or 0. */
    private static double[] dLogits(ForwardStep step, int target) {
        double[] dLogits = step.probabilities();
        if (target == Batch.NO_TARGET) {
            return new double[dLogits.length];
        }
        dLogits[Objects.checkIndex(target, dLogits.length)] -= 1;
        return dLogits;
    }
}
