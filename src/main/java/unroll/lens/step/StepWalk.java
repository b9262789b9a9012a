package unroll.lens.step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import unroll.network.Direction;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.reference.ReferenceNetwork;
import unroll.reference.ReferenceState;
import unroll.reference.ReferenceStep;

/** Walks a {@link ReferenceNetwork} through its steps, of one column, and shows all that happens in them. */
final class StepWalk {
    private final ReferenceNetwork network;
    private final List<LayerFormulas> encoder;
    private final List<LayerFormulas> layers;

    /** @param network its weights are copied; must not be trained meanwhile (see {@link Network#copy()}) */
    StepWalk(Network network) {
        this.network = new ReferenceNetwork(network.spec(), network.parameters());
        encoder = network.spec().hasEncoder() ? formulas(network, "encoder.", "above") : List.of();
        layers = formulas(network, "", "ŷ<t>");
    }

    /** @param above what reads the highest layer, in words */
    private static List<LayerFormulas> formulas(Network network, String prefix, String above) {
        NetworkSpec spec = network.spec();
        List<LayerFormulas> formulas = new ArrayList<>();
        for (int layer = 0; layer < spec.layers(); layer++) {
            String reader = layer == spec.layers() - 1 ? above : "layer " + (layer + 2);
            for (Direction direction : spec.directions().each()) {
                String name = prefix + "layer" + layer + (direction == Direction.BACKWARD ? ".reverse." : ".");
                formulas.add(new LayerFormulas(network, name, direction, reader));
            }
        }
        return formulas;
    }

    /** Where a text begins. */
    ReferenceState zeroState() {
        return network.zeroState(1);
    }

    /**
     * Several steps that follow on one another; a bidirectional network needs all of them at once.
     *
     * @param before the state before them
     * @param symbols x<t>, indices of the symbols the network, or its decoder, reads
     * @throws IndexOutOfBoundsException where it reads no such symbol
     */
    List<StepFormulas> forward(ReferenceState before, int... symbols) {
        return shown(network.decode(symbols, before), layers);
    }

    /**
     * The encoder's steps, which give nothing.
     *
     * @throws IllegalArgumentException where there is no encoder
     */
    List<StepFormulas> encode(int[] source) {
        return shown(network.encode(source, zeroState()), encoder);
    }

    private static List<StepFormulas> shown(List<ReferenceStep> steps, List<LayerFormulas> formulas) {
        return steps.stream().map(step -> new StepFormulas(step, formulas)).toList();
    }

    /** The state after a step, to go on with. */
    ReferenceState after(StepFormulas step) {
        return network.end(List.of(step.reference()));
    }

    /**
     * The backward pass through several steps that follow on one another: exact backpropagation through time of the sum of their
     * losses, as if nothing came after them.
     *
     * @param steps of this walk, each begun with the state after the one before; an encoder's before its decoder's
     * @param targets as many, {@link unroll.task.Batch#NO_TARGET} where a step's loss does not count and in an encoder
     * @return of every step its own part; the gradient of a weight is the sum over the steps
     * @throws IndexOutOfBoundsException where the network gives no such symbol
     */
    List<StepFormulas> backward(List<StepFormulas> steps, int... targets) {
        int source = (int) steps.stream().filter(step -> !step.gives()).count();
        int[] asked = IntStream.range(source, steps.size()).map(t -> targets[t]).toArray();
        List<ReferenceStep> back =
                network.backward(steps.stream().map(StepFormulas::reference).toList(), asked);
        return IntStream.range(0, steps.size())
                .mapToObj(t -> steps.get(t).with(back.get(t), targets[t]))
                .toList();
    }
}
