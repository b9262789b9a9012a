package unroll.network;

import java.util.function.IntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import unroll.matrix.WorkerGroup;

/**
 * A network of any type, unrolled for batches: what training and measuring ask of it. One way, both ways, or an encoder and
 * a decoder make no difference here. Not for use by two threads at once.
 */
public interface Unrolled {
    /** What fits a network of this shape. */
    static Unrolled of(Network network, Capacity room, WorkerGroup team) {
        return network.spec().hasEncoder()
                ? new UnrolledEncoderDecoder(network, room, team)
                : new Unroll(network, room, team);
    }

    /** Takes over the network's weights as they are now; to be called whenever they have changed. */
    void loadWeights();

    /**
     * The forward pass over as many steps as there are inputs, no more than there is room for.
     *
     * @param source what an encoder reads, step-major: entry t·B + b for step t of column b; empty where there is none
     * @param inputs symbols or {@link Unroll#NO_SYMBOL}, step-major
     * @param start the state before the first step, the encoder's where there is one; read only
     * @param dropout gives each member of the team what draws its masks of this pass, or null where nothing is to be
     *     dropped
     * @throws IndexOutOfBoundsException where a symbol is not one of those the network reads
     */
    void forward(int[] source, int[] inputs, State start, @Nullable IntFunction<UniformRandomProvider> dropout);

    /**
     * Overwrites {@code into} by the state after the last step, for the window that follows.
     *
     * @throws IllegalStateException where the network reads both ways: what reads from the last step to the first would have
     *     to begin at the end of all windows
     */
    void readFinalState(State into);

    /** The logits of the last forward pass, [V × B·T] column after column; a copy. */
    float[] logits();

    /**
     * The loss of the last forward pass; the logits become its gradient, so this may be called once a pass.
     *
     * @param targets T·B symbols, step-major, or {@link Softmax#NO_TARGET}
     * @return the sum of −ln ŷ[target], in nats
     */
    double loss(int[] targets, CrossEntropyLoss function);

    /**
     * The plain cross-entropy.
     *
     * @param scale as in {@link CrossEntropyLoss}
     */
    default double loss(int[] targets, float scale) {
        return loss(targets, new CrossEntropyLoss(scale));
    }

    /**
     * The way back, after {@link #loss}: sets every tensor of {@code gradient}.
     *
     * @param dState in: ∂L/∂ of the state after the last step, as far as it comes from later; out: ∂L/∂ of the state before
     *     the first step
     */
    default void backward(Parameters gradient, State dState) {
        backward(gradient, dState, StateGradients.NONE);
    }

    /**
     * The same, and writes ∂L/∂ of the state after every step down.
     *
     * @param seen of the room of the pass
     */
    void backward(Parameters gradient, State dState, StateGradients seen);
}
