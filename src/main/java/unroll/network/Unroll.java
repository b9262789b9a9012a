package unroll.network;

import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.WorkerGroup;

/**
 * A network of any type unrolled over T steps of B columns: the forward pass, the tape it leaves, and exact backpropagation
 * through time along that tape. All memory is taken once, here, and used again for every window. Not for use by two threads
 * at once.
 *
 * <p>An encoder reads a source and says nothing; its decoder starts from its last state. Backward, the decoder's gradient with
 * respect to its first state is the encoder's with respect to its last one (docs/derivations/bptt.md; I. Sutskever, O. Vinyals,
 * Q. Le, "Sequence to sequence learning with neural networks", 2014, section 2).
 *
 * <p>Workers share the hidden units: each walks through time with its units of every layer and all columns of the batch. Half
 * the units of a whole batch make better products than all units of half a batch, by a quarter at 512 units, and no gradient is
 * held twice (docs/adr/0008).
 */
public final class Unroll {
    /**
     * As an input: nothing is read. The column's state is zero after such a step, and nothing flows back through it. Examples
     * shorter than the others of their batch begin with it.
     */
    public static final int PAD = -1;

    private static final long NEVER = -1;

    private final Network network;
    private final Capacity capacity;
    private final WorkerGroup workers;
    private final @Nullable LayerStack encoder;
    /** What the encoder hands over to the decoder. */
    private final State handedOver;

    private final LayerStack layers;
    private final OutputLayer output;
    private final double[] losses;
    /** The version of the weights that the layers work with. */
    private long loaded = NEVER;

    /**
     * @param capacity without room for a source, a decoder is unrolled alone
     * @param workers no more than the network has hidden units
     */
    public Unroll(Network network, Capacity capacity, WorkerGroup workers) {
        this(network, capacity, workers, ShardedLayer::new);
    }

    /** @param kernels make the layers */
    Unroll(Network network, Capacity capacity, WorkerGroup workers, LayerKernel.Factory kernels) {
        NetworkSpec spec = network.spec();
        if (workers.size() > spec.hidden()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%d hidden units cannot be shared by %d workers.", spec.hidden(), workers.size()));
        }
        this.network = network;
        this.capacity = capacity;
        this.workers = workers;
        layers = new LayerStack(spec, network.layers, capacity, workers, kernels);
        output = new OutputLayer(network, layers.top(), capacity, workers);
        Capacity ofSource = new Capacity(Math.max(1, capacity.source()), capacity.columns());
        encoder = spec.hasEncoder() && capacity.source() > 0
                ? new LayerStack(spec, network.encoder, ofSource, workers, kernels)
                : null;
        handedOver = State.zero(spec, capacity.columns());
        losses = new double[workers.size()];
    }

    /** The forward pass without a source: of a network with an encoder, its decoder alone. */
    public void forward(int[] inputs, State start, @Nullable IntFunction<UniformRandomProvider> dropout) {
        loadChangedWeights();
        decode(inputs, start, dropout, 0);
    }

    /**
     * The forward pass over as many steps as there are inputs, no more than there is room for.
     *
     * @param source what an encoder reads, step-major: entry t·B + b for step t of column b; empty where there is none
     * @param inputs symbols or {@link #PAD}, step-major
     * @param start the state before the first step, the encoder's where there is one; read only
     * @param dropout gives each worker what draws its masks of this pass, or null where nothing is to be dropped
     * @throws IndexOutOfBoundsException where a symbol is not one of those the network reads
     */
    public void forward(int[] source, int[] inputs, State start, @Nullable IntFunction<UniformRandomProvider> dropout) {
        LayerStack reader = encoder;
        if (reader == null) {
            NetworkSpec.require(
                    source.length == 0, "Nothing here reads a source; got one of %d symbols.", source.length);
            forward(inputs, start, dropout);
            return;
        }
        loadChangedWeights();
        reader.read(source, start);
        workers.run(worker -> reader.forward(worker, start, dropout == null ? null : dropout.apply(worker)));
        reader.readFinalState(handedOver);
        // Other numbers, so that the decoder's masks are not the encoder's again.
        decode(inputs, handedOver, dropout, workers.size());
    }

    private void decode(
            int[] inputs, State start, @Nullable IntFunction<UniformRandomProvider> dropout, int firstMask) {
        layers.read(inputs, start);
        output.resize(layers.steps());
        workers.run(worker -> {
            layers.forward(worker, start, dropout == null ? null : dropout.apply(firstMask + worker));
            output.forward(worker);
        });
    }

    private void loadChangedWeights() {
        Parameters parameters = network.parameters();
        if (parameters.version() != loaded) {
            loaded = parameters.version();
            float[] values = parameters.values();
            workers.run(worker -> {
                layers.loadWeights(worker, values);
                output.loadWeights(worker, values);
                if (encoder != null) {
                    encoder.loadWeights(worker, values);
                }
            });
        }
    }

    /** The logits of the last forward pass, [V × B·T] column after column; a copy. */
    public float[] logits() {
        float[] copy = new float[Math.multiplyExact(network.spec().outputs(), layers.steps() * capacity.columns())];
        output.readLogits(copy);
        return copy;
    }

    /**
     * Overwrites {@code into} by the state after the last step, for the window that follows.
     *
     * @throws IllegalStateException where the network is bidirectional: what reads from the last step to the first would have
     *     to begin at the end of all windows
     */
    public void readFinalState(State into) {
        if (network.spec().directions() == Directions.BIDIRECTIONAL) {
            throw new IllegalStateException(
                    "A bidirectional network has no state to carry from one window to the next; start each from zero.");
        }
        layers.readFinalState(into);
    }

    /**
     * Overwrites {@code into} by the state after step t of the last forward pass, of all layers and directions. A direction that
     * reads from the last step to the first has read the steps from T − 1 down to t by then.
     *
     * @param t 0 to T − 1
     * @throws IndexOutOfBoundsException where the last pass had no such step
     */
    public void readState(int t, State into) {
        layers.readState(Objects.checkIndex(t, layers.steps()), into);
    }

    /**
     * The loss of the last forward pass; the logits become its gradient, so this may be called once a pass.
     *
     * @param targets T·B symbols, step-major, or {@link Softmax#NO_TARGET}
     * @param function the loss of each column, and what each target counts in the gradient
     * @return the sum of −ln ŷ[target], in nats
     */
    public double loss(int[] targets, CrossEntropyLoss function) {
        if (targets.length != layers.steps() * capacity.columns()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The last pass had %d steps of %d columns; got %d targets.",
                    layers.steps(),
                    capacity.columns(),
                    targets.length));
        }
        workers.run(worker -> losses[worker] = output.loss(worker, targets, function));
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum;
    }

    /**
     * The plain loss.
     *
     * @param scale what each target counts in the gradient, usually 1 / number of targets of the whole batch
     */
    public double loss(int[] targets, float scale) {
        return loss(targets, new CrossEntropyLoss(scale));
    }

    /**
     * The backward pass, after {@link #loss}: sets every tensor of {@code gradient}.
     *
     * @param dState in: ∂L/∂ of the state after the last step, as far as it comes from later; out: ∂L/∂ of the state before
     *     the first step
     */
    public void backward(Parameters gradient, State dState) {
        backward(gradient, dState, StateGradients.NONE);
    }

    /**
     * The same, and writes ∂L/∂ of the state after every step down.
     *
     * @param observed of the capacity of the pass
     */
    public void backward(Parameters gradient, State dState, StateGradients observed) {
        workers.run(worker -> {
            output.backward(worker, gradient);
            layers.backward(worker, gradient, dState, observed.steps());
        });
        LayerStack reader = encoder;
        if (reader != null) {
            workers.run(worker -> {
                reader.clearTopGradient(worker);
                reader.backward(worker, gradient, dState, observed.source());
            });
        }
    }
}
