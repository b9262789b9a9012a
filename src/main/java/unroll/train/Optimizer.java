package unroll.train;

import java.util.List;
import java.util.stream.Stream;
import unroll.matrix.WorkerGroup.Share;

/**
 * Moves the weights against their gradient, by the rule of its spec. Its memory of former gradients is plain arrays, so that a
 * checkpoint can hold them.
 */
public final class Optimizer {
    private final OptimizerSpec spec;
    private final List<float[]> memory;
    private long updates;

    public Optimizer(OptimizerSpec spec, int weights) {
        this.spec = spec;
        memory = Stream.generate(() -> new float[weights])
                .limit(spec.kind().moments())
                .toList();
    }

    /** Begins an update, which then {@link #move} does part by part. */
    public void begin() {
        updates++;
    }

    /**
     * Moves a part of the weights, in place; several threads may move different parts at the same time.
     *
     * @param w all weights, flat
     * @param g ∂L/∂ of each weight, clipped already
     * @param rate learning rate of this step
     * @param part which of them to move
     */
    public void move(float[] w, float[] g, float rate, Share part) {
        switch (spec.kind()) {
            case SGD -> sgd(w, g, rate, part);
            case ADAGRAD -> adaGrad(w, g, rate, part);
            case RMSPROP -> rmsProp(w, g, rate, part);
            case ADAM, ADAMW -> adam(w, g, rate, part);
        }
    }

    /** The arrays it remembers gradients in, themselves; each as long as the weights. Empty where it keeps none. */
    public List<float[]> memory() {
        return memory;
    }

    /** Number of updates done, on which Adam's correction depends. */
    public long updates() {
        return updates;
    }

    /** Sets the number of updates done, after {@link #memory()} was overwritten. */
    public void setUpdates(long count) {
        updates = count;
    }

    /** Stochastic gradient descent with momentum: {@code v = μ·v + g;  w = w − rate·v} (Polyak 1964; PyTorch's form). */
    private void sgd(float[] w, float[] g, float rate, Share part) {
        float kept = (float) spec.momentum();
        float[] velocity = memory.get(0);
        int to = part.to();
        for (int i = part.from(); i < to; i++) {
            velocity[i] = kept * velocity[i] + g[i];
            w[i] -= rate * velocity[i];
        }
    }

    /** AdaGrad: {@code s = s + g²;  w = w − rate·g / (√s + ε)} (Duchi et al. 2011, section 1). */
    private void adaGrad(float[] w, float[] g, float rate, Share part) {
        float tiny = (float) spec.epsilon();
        float[] squares = memory.get(0);
        int to = part.to();
        for (int i = part.from(); i < to; i++) {
            squares[i] += g[i] * g[i];
            w[i] -= rate * g[i] / ((float) Math.sqrt(squares[i]) + tiny);
        }
    }

    /** RMSProp: {@code s = δ·s + (1 − δ)·g²;  w = w − rate·g / (√s + ε)} (Tieleman and Hinton 2012, lecture 6.5). */
    private void rmsProp(float[] w, float[] g, float rate, Share part) {
        float kept = (float) spec.decay();
        float tiny = (float) spec.epsilon();
        float[] squares = memory.get(0);
        int to = part.to();
        for (int i = part.from(); i < to; i++) {
            squares[i] = kept * squares[i] + (1 - kept) * g[i] * g[i];
            w[i] -= rate * g[i] / ((float) Math.sqrt(squares[i]) + tiny);
        }
    }

    /**
     * Adam, and AdamW where the weight decay is above 0:
     *
     * <pre>
     * m = β1·m + (1 − β1)·g      s = β2·s + (1 − β2)·g²
     * w = w − rate·( m/(1 − β1^k) / (√(s/(1 − β2^k)) + ε) + λ·w )
     * </pre>
     *
     * <p>Sources: Kingma and Ba 2015, algorithm 1; Loshchilov and Hutter 2019, algorithm 2.
     */
    private void adam(float[] w, float[] g, float rate, Share part) {
        double meanShare = 1 - Math.pow(spec.beta1(), updates);
        double squareShare = 1 - Math.pow(spec.beta2(), updates);
        addToMoments(g, part);
        float decay = (float) (rate * spec.weightDecay());
        moveByMoments(w, part, (float) (rate / meanShare), (float) (1 / Math.sqrt(squareShare)), decay);
    }

    private void addToMoments(float[] g, Share part) {
        float beta1 = (float) spec.beta1();
        float beta2 = (float) spec.beta2();
        float[] mean = memory.get(0);
        float[] square = memory.get(1);
        int to = part.to();
        for (int i = part.from(); i < to; i++) {
            mean[i] = beta1 * mean[i] + (1 - beta1) * g[i];
            square[i] = beta2 * square[i] + (1 - beta2) * g[i] * g[i];
        }
    }

    private void moveByMoments(float[] w, Share part, float rate, float rootFactor, float decay) {
        float epsilon = (float) spec.epsilon();
        float[] mean = memory.get(0);
        float[] square = memory.get(1);
        int to = part.to();
        for (int i = part.from(); i < to; i++) {
            w[i] -= rate * mean[i] / ((float) Math.sqrt(square[i]) * rootFactor + epsilon) + decay * w[i];
        }
    }
}
