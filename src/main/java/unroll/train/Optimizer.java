package unroll.train;

import java.util.List;
import java.util.stream.Stream;
import unroll.matrix.WorkerGroup.Share;

/**
 * An update rule: moves the weights against their gradient. Its memory of former gradients is plain arrays, so that a
 * checkpoint can hold them.
 */
public abstract sealed class Optimizer {
    private final List<float[]> memory;
    private long updates;

    private Optimizer(int arrays, int weights) {
        memory = Stream.generate(() -> new float[weights]).limit(arrays).toList();
    }

    /** A fresh optimizer for this many weights. */
    public static Optimizer of(OptimizerSpec spec, int weights) {
        return switch (spec.kind()) {
            case SGD -> new Sgd(spec, weights);
            case ADAGRAD -> new AdaGrad(spec, weights);
            case RMSPROP -> new RmsProp(spec, weights);
            case ADAM, ADAMW -> new Adam(spec, weights);
        };
    }

    /** Begins an update, which then {@link #move} does part by part. */
    public final void begin() {
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
    public abstract void move(float[] w, float[] g, float rate, Share part);

    /** The arrays it remembers gradients in, themselves; each as long as the weights. Empty where it keeps none. */
    public final List<float[]> memory() {
        return memory;
    }

    /** Number of updates done, on which Adam's correction depends. */
    public final long updates() {
        return updates;
    }

    /** Sets the number of updates done, after {@link #memory()} was overwritten. */
    public final void setUpdates(long count) {
        updates = count;
    }

    /** Stochastic gradient descent with momentum: {@code v = μ·v + g;  w = w − rate·v} (Polyak 1964; PyTorch's form). */
    private static final class Sgd extends Optimizer {
        private final float momentum;

        Sgd(OptimizerSpec spec, int weights) {
            super(1, weights);
            momentum = (float) spec.momentum();
        }

        @Override
        public void move(float[] w, float[] g, float rate, Share part) {
            float kept = momentum;
            float[] velocity = memory().get(0);
            int to = part.to();
            for (int i = part.from(); i < to; i++) {
                velocity[i] = kept * velocity[i] + g[i];
                w[i] -= rate * velocity[i];
            }
        }
    }

    /** AdaGrad: {@code s = s + g²;  w = w − rate·g / (√s + ε)} (Duchi et al. 2011, section 1). */
    private static final class AdaGrad extends Optimizer {
        private final float epsilon;

        AdaGrad(OptimizerSpec spec, int weights) {
            super(1, weights);
            epsilon = (float) spec.epsilon();
        }

        @Override
        public void move(float[] w, float[] g, float rate, Share part) {
            float tiny = epsilon;
            float[] squares = memory().get(0);
            int to = part.to();
            for (int i = part.from(); i < to; i++) {
                squares[i] += g[i] * g[i];
                w[i] -= rate * g[i] / ((float) Math.sqrt(squares[i]) + tiny);
            }
        }
    }

    /** RMSProp: {@code s = δ·s + (1 − δ)·g²;  w = w − rate·g / (√s + ε)} (Tieleman and Hinton 2012, lecture 6.5). */
    private static final class RmsProp extends Optimizer {
        private final float decay;
        private final float epsilon;

        RmsProp(OptimizerSpec spec, int weights) {
            super(1, weights);
            decay = (float) spec.decay();
            epsilon = (float) spec.epsilon();
        }

        @Override
        public void move(float[] w, float[] g, float rate, Share part) {
            float kept = decay;
            float tiny = epsilon;
            float[] squares = memory().get(0);
            int to = part.to();
            for (int i = part.from(); i < to; i++) {
                squares[i] = kept * squares[i] + (1 - kept) * g[i] * g[i];
                w[i] -= rate * g[i] / ((float) Math.sqrt(squares[i]) + tiny);
            }
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
    private static final class Adam extends Optimizer {
        private final OptimizerSpec spec;

        Adam(OptimizerSpec spec, int weights) {
            super(2, weights);
            this.spec = spec;
        }

        @Override
        public void move(float[] w, float[] g, float rate, Share part) {
            double meanShare = 1 - Math.pow(spec.beta1(), updates());
            double squareShare = 1 - Math.pow(spec.beta2(), updates());
            remember(g, part);
            float decay = (float) (rate * spec.weightDecay());
            move(w, part, (float) (rate / meanShare), (float) (1 / Math.sqrt(squareShare)), decay);
        }

        private void remember(float[] g, Share part) {
            float beta1 = (float) spec.beta1();
            float beta2 = (float) spec.beta2();
            float[] mean = memory().get(0);
            float[] square = memory().get(1);
            int to = part.to();
            for (int i = part.from(); i < to; i++) {
                mean[i] = beta1 * mean[i] + (1 - beta1) * g[i];
                square[i] = beta2 * square[i] + (1 - beta2) * g[i] * g[i];
            }
        }

        private void move(float[] w, Share part, float rate, float rootFactor, float decay) {
            float epsilon = (float) spec.epsilon();
            float[] mean = memory().get(0);
            float[] square = memory().get(1);
            int to = part.to();
            for (int i = part.from(); i < to; i++) {
                w[i] -= rate * mean[i] / ((float) Math.sqrt(square[i]) * rootFactor + epsilon) + decay * w[i];
            }
        }
    }
}
