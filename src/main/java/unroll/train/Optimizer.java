package unroll.train;

import java.util.List;
import unroll.matrix.WorkerGroup.Share;

/**
 * An update rule: moves the weights against their gradient. Its memory of former gradients is plain arrays, so that a
 * checkpoint can hold them.
 */
public interface Optimizer {
    /** Begins an update, which then {@link #move} does part by part. */
    void begin();

    /**
     * Moves a part of the weights, in place; several threads may move different parts at the same time.
     *
     * @param weights all weights, flat
     * @param gradient ∂L/∂ of each weight, clipped already
     * @param rate learning rate of this step
     * @param part which of them to move
     */
    void move(float[] weights, float[] gradient, float rate, Share part);

    /** The arrays it remembers gradients in, themselves; each as long as the weights. Empty where it keeps none. */
    List<float[]> memory();

    /** Number of updates done, on which Adam's correction depends. */
    long updates();

    /** Sets the number of updates done, after {@link #memory()} was overwritten. */
    void updates(long count);

    /** A fresh optimizer for this many weights. */
    static Optimizer of(OptimizerSpec spec, int weights) {
        return switch (spec.kind()) {
            case SGD -> new Sgd((float) spec.momentum(), weights);
            case ADAGRAD -> new AdaGrad((float) spec.epsilon(), weights);
            case RMSPROP -> new RmsProp((float) spec.decay(), (float) spec.epsilon(), weights);
            case ADAM, ADAMW -> new Adam(spec, weights);
        };
    }
}
