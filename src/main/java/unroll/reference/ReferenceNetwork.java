package unroll.reference;

import static unroll.reference.ReferenceMath.logSoftmax;
import static unroll.reference.ReferenceMath.softmax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import unroll.matrix.Products;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;
import unroll.network.Softmax;
import unroll.network.State;
import unroll.network.Unroll;

/**
 * A network of any cell and topology as it stands in docs/derivations, in ND4J's doubles: forward, loss and exact
 * backpropagation through time. Begin reading here; {@link unroll.network.Unroll} computes the same in floats, fast.
 *
 * <pre>
 * encoder, where there is one:   s_enc&lt;0&gt; = start,   s_dec&lt;0&gt; = s_enc&lt;T&gt;
 * layers (ReferenceStack):       a[l]&lt;t&gt; = cell(Wax[l]·a[l-1]&lt;t&gt;, Waa[l]·a[l]&lt;t-1&gt;),   a[-1]&lt;t&gt; = x&lt;t&gt;
 * output:                        ŷ&lt;t&gt; = softmax(Wya·a[L-1]&lt;t&gt; + by)
 * loss:                          L = −Σ ln ŷ&lt;t&gt;[y&lt;t&gt;], in nats, over the steps that have a target
 * </pre>
 *
 * <p>A pass is a list of {@link ReferenceStep}s, an encoder's before its decoder's. Dropout is off. Immutable.
 */
public final class ReferenceNetwork {
    private final NetworkSpec spec;
    private final @Nullable ReferenceStack encoder;
    private final ReferenceStack layers;
    private final INDArray wya;
    private final INDArray by;

    /** With an engine's weights, as they are now. */
    public ReferenceNetwork(NetworkSpec spec, Parameters parameters) {
        this(spec, weights(parameters));
    }

    /** @param weights the flat vector, see {@link Parameters#values()}; copied */
    public ReferenceNetwork(NetworkSpec spec, double[] weights) {
        this.spec = spec;
        Products.holdToThisThread();
        ReferenceWeights tensors = new ReferenceWeights(spec, weights);
        encoder = spec.hasEncoder()
                ? new ReferenceStack(spec, "encoder.", spec.vocabularies().source(), tensors)
                : null;
        layers = new ReferenceStack(spec, "", spec.inputs(), tensors);
        wya = tensors.get("Wya");
        by = tensors.get("by");
    }

    /** A network's weights in doubles, to be changed a little. */
    public static double[] weights(Parameters parameters) {
        float[] values = parameters.values();
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    /** Where a text begins, for B columns. */
    public ReferenceState zeroState(int columns) {
        return ReferenceState.of(State.zero(spec, columns));
    }

    /**
     * The forward pass.
     *
     * @param source what an encoder reads, step-major: entry t·B + b for step t of column b; empty where there is none
     * @param inputs symbols or {@link Unroll#PAD}, step-major
     * @param start the state before the first step, the encoder's where there is one
     * @throws IndexOutOfBoundsException where a symbol is not one of those the network reads
     */
    public List<ReferenceStep> forward(int[] source, int[] inputs, ReferenceState start) {
        List<ReferenceStep> steps = new ArrayList<>();
        ReferenceState begin = start;
        if (source.length > 0) {
            steps.addAll(encode(source, start));
            begin = end(steps);
        }
        steps.addAll(decode(inputs, begin));
        return steps;
    }

    /**
     * The steps of the encoder, which give nothing.
     *
     * @throws IllegalArgumentException where there is no encoder
     */
    public List<ReferenceStep> encode(int[] source, ReferenceState start) {
        Products.holdToThisThread();
        int[][] inputs = byStep(source, start.columns());
        List<List<LayerTape>> tapes = encoder().forward(inputs, start);
        return IntStream.range(0, inputs.length)
                .mapToObj(t -> new ReferenceStep(inputs[t], tapes.get(t), null))
                .toList();
    }

    /** The steps of a network without an encoder, or of the decoder. */
    public List<ReferenceStep> decode(int[] symbols, ReferenceState start) {
        Products.holdToThisThread();
        int[][] inputs = byStep(symbols, start.columns());
        List<List<LayerTape>> tapes = layers.forward(inputs, start);
        return IntStream.range(0, inputs.length)
                .mapToObj(t -> new ReferenceStep(inputs[t], tapes.get(t), logits(layers.top(tapes.get(t)))))
                .toList();
    }

    private ReferenceStack encoder() {
        if (encoder == null) {
            throw new IllegalArgumentException("This network has no encoder: %s.".formatted(spec));
        }
        return encoder;
    }

    /** Step-major entries as [t][b]. */
    private static int[][] byStep(int[] entries, int columns) {
        return IntStream.range(0, entries.length / columns)
                .mapToObj(t -> Arrays.copyOfRange(entries, t * columns, (t + 1) * columns))
                .toArray(int[][]::new);
    }

    /** Wya·a&lt;t&gt; + by. */
    private INDArray logits(INDArray a) {
        return wya.mmul(a).addiColumnVector(by);
    }

    /** The state after the last of some steps, for those that follow. */
    public ReferenceState end(List<ReferenceStep> steps) {
        ReferenceStep last = steps.get(steps.size() - 1);
        return (last.gives() ? layers : encoder()).end(last.rows());
    }

    /**
     * The loss of a forward pass.
     *
     * @param targets symbols or {@link Softmax#NO_TARGET} of the steps that give something, step-major
     * @return the sum of −ln ŷ[target], in nats
     */
    public double loss(List<ReferenceStep> steps, int[] targets) {
        List<ReferenceStep> giving = steps.subList(sourceSteps(steps), steps.size());
        int[][] asked = byStep(targets, targets.length / giving.size());
        double loss = 0;
        for (int t = 0; t < asked.length; t++) {
            INDArray y = oneHot(asked[t]);
            loss -= y.mul(logSoftmax(giving.get(t).output())).sumNumber().doubleValue();
        }
        return loss;
    }

    private static int sourceSteps(List<ReferenceStep> steps) {
        return (int) steps.stream().filter(step -> !step.gives()).count();
    }

    private INDArray oneHot(int[] targets) {
        return ReferenceMath.oneHot(targets, spec.outputs(), Softmax.NO_TARGET);
    }

    /** ∂L/∂logits = ŷ − y, and 0 in the columns without a target. */
    private INDArray logitGradient(INDArray logits, int[] targets) {
        INDArray y = oneHot(targets);
        return softmax(logits).subi(y).muliRowVector(y.sum(true, 0));
    }

    /**
     * The backward pass from {@link #loss}: nothing comes from behind the last step.
     *
     * @param steps that follow on one another, an encoder's before its decoder's
     * @param targets as for {@link #loss}
     * @return the same steps with ∂L/∂ of everything in them
     */
    public List<ReferenceStep> backward(List<ReferenceStep> steps, int[] targets) {
        Products.holdToThisThread();
        List<ReferenceStep> source = steps.subList(0, sourceSteps(steps));
        List<ReferenceStep> giving = steps.subList(source.size(), steps.size());
        int columns = targets.length / giving.size();
        int[][] asked = byStep(targets, columns);
        List<INDArray> dLogits = IntStream.range(0, asked.length)
                .mapToObj(t -> logitGradient(giving.get(t).output(), asked[t]))
                .toList();
        List<INDArray> dTop = dLogits.stream().map(d -> wya.transpose().mmul(d)).toList();
        List<List<LayerTape>> tapes = layers.backward(tapes(giving), dTop, zeroState(columns));
        List<ReferenceStep> back = new ArrayList<>(encoderBackward(source, layers.startGradient(tapes), columns));
        for (int t = 0; t < asked.length; t++) {
            back.add(giving.get(t).with(tapes.get(t), dLogits.get(t)));
        }
        return back;
    }

    /** Nobody reads what an encoder's top layer gives; ∂L/∂s_enc&lt;T&gt; = ∂L/∂s_dec&lt;0&gt;. */
    private List<ReferenceStep> encoderBackward(List<ReferenceStep> source, ReferenceState end, int columns) {
        if (source.isEmpty()) {
            return List.of();
        }
        List<INDArray> nothing = Collections.nCopies(source.size(), ReferenceMath.zeros(spec.width(), columns));
        List<List<LayerTape>> tapes = encoder().backward(tapes(source), nothing, end);
        return IntStream.range(0, source.size())
                .mapToObj(t -> source.get(t).with(tapes.get(t), null))
                .toList();
    }

    /** ∂L/∂ the state before the first step of a backward pass, the encoder's where its steps are among them. */
    public ReferenceState startGradient(List<ReferenceStep> back) {
        int source = sourceSteps(back);
        return source > 0 ? encoder().startGradient(tapes(back.subList(0, source))) : layers.startGradient(tapes(back));
    }

    private static List<List<LayerTape>> tapes(List<ReferenceStep> steps) {
        return steps.stream().map(ReferenceStep::rows).toList();
    }

    /**
     * The gradient of every weight: the sum of what the steps of a backward pass have a part in.
     *
     * @return the flat vector, in the order of {@link Parameters#values()}
     */
    public double[] gradient(List<ReferenceStep> back) {
        Products.holdToThisThread();
        ReferenceWeights gradient = ReferenceWeights.zeros(spec);
        for (ReferenceStep step : back) {
            (step.gives() ? layers : encoder()).addGradient(step.rows(), gradient);
            if (step.gives()) {
                INDArray dLogits = step.outputGradient();
                gradient.get("Wya").addi(dLogits.mmul(layers.top(step.rows()).transpose()));
                gradient.get("by").addi(dLogits.sum(true, 1));
            }
        }
        return gradient.values();
    }
}
