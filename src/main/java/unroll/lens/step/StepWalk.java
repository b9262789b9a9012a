package unroll.lens.step;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import unroll.cell.formula.Symbol;
import unroll.lens.step.ForwardStep.LayerStep;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;
import unroll.network.State;

/**
 * Walks a network through single steps and shows all that happens in them. Works in doubles and without haste, from the weights
 * and the cell's {@link unroll.cell.Cell#equations}; its numbers are the engine's to the accuracy of a float.
 */
public final class StepWalk {
    private final NetworkSpec spec;
    private final List<Layer> layers;
    private final Weights wya;
    private final double[] by;

    /**
     * @param network that reads one way; of one with an encoder this is the decoder. Read, never changed; must not be trained
     *     meanwhile (see {@link Network#copy()})
     * @throws IllegalArgumentException with a sentence, where it reads both ways
     */
    public StepWalk(Network network) {
        spec = network.spec();
        if (spec.directions() == Directions.TWO_WAY) {
            throw new IllegalArgumentException(
                    "This network reads both ways, so no single step can be shown; choose one that reads one way.");
        }
        layers = IntStream.range(0, spec.layers())
                .mapToObj(number -> new Layer(network, number))
                .toList();
        Parameters parameters = network.parameters();
        wya = new Weights(parameters, "Wya");
        by = new Weights(parameters, "by").times(new double[] {1});
    }

    /**
     * One step forward.
     *
     * @param before the state before it, of one column; read only
     * @param symbol x<t>, an index of the symbols the network reads
     * @throws IndexOutOfBoundsException where it reads no such symbol
     */
    public ForwardStep forward(State before, int symbol) {
        double[] x = new double[spec.inputs()];
        x[Objects.checkIndex(symbol, x.length)] = 1;
        List<LayerStep> steps = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            LayerStep step = new LayerStep(layer, x, layer.forward(x, doubles(before.slabs()[l])));
            steps.add(step);
            x = step.values().of(Symbol.after("a"));
        }
        double[] logits = wya.times(x);
        Arrays.setAll(logits, v -> logits[v] + by[v]);
        return new ForwardStep(symbol, steps, logits);
    }

    private static double[][] doubles(float[][] slabs) {
        double[][] doubles = new double[slabs.length][];
        for (int slab = 0; slab < slabs.length; slab++) {
            float[] from = slabs[slab];
            doubles[slab] =
                    IntStream.range(0, from.length).mapToDouble(i -> from[i]).toArray();
        }
        return doubles;
    }

    /**
     * The way back through one step: the gradient of this step's loss alone, as if nothing came after it.
     *
     * @param step from {@link #forward} of this walk
     * @param target y<t>, an index of the symbols the network gives
     * @throws IndexOutOfBoundsException where it gives no such symbol
     */
    public BackwardStep backward(ForwardStep step, int target) {
        return backward(step, target, layers.stream().map(Layer::nothing).toList());
    }

    /**
     * The way back through several steps that follow on one another: exact backpropagation through time of the sum of their
     * losses.
     *
     * @param steps from {@link #forward} of this walk, each begun with the state {@link ForwardStep#after} the one before
     * @param targets as many
     * @return of every step its own part; the gradient of a weight is the sum over the steps
     */
    public List<BackwardStep> backward(List<ForwardStep> steps, int[] targets) {
        if (steps.size() != targets.length) {
            throw new IllegalArgumentException(
                    "There are %d steps; got %d targets.".formatted(steps.size(), targets.length));
        }
        ArrayDeque<BackwardStep> back = new ArrayDeque<>();
        List<double[][]> later = layers.stream().map(Layer::nothing).toList();
        for (int t = targets.length - 1; t >= 0; t--) {
            BackwardStep step = backward(steps.get(t), targets[t], later);
            back.addFirst(step);
            later = IntStream.range(0, layers.size())
                    .mapToObj(step::stateBefore)
                    .toList();
        }
        return List.copyOf(back);
    }

    private BackwardStep backward(ForwardStep step, int target, List<double[][]> later) {
        double[] dLogits = step.probabilities();
        dLogits[Objects.checkIndex(target, dLogits.length)] -= 1;
        double[] da = wya.transposedTimes(dLogits);
        Values[] gradients = new Values[layers.size()];
        for (int l = layers.size() - 1; l >= 0; l--) {
            Layer layer = layers.get(l);
            gradients[l] = layer.backward(step.values(l), da, later.get(l));
            if (l > 0) { // a symbol has no gradient
                da = layer.inputGradient(gradients[l]);
            }
        }
        return new BackwardStep(step, target, dLogits, List.of(gradients));
    }
}
