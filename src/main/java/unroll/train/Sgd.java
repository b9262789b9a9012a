package unroll.train;

import unroll.matrix.WorkerGroup.Share;

/** Stochastic gradient descent with momentum: {@code v = μ·v + g;  w = w − rate·v} (Polyak 1964; PyTorch's form). */
final class Sgd extends CountingOptimizer {
    private final float momentum;
    private final float[] v;

    Sgd(float momentum, int weights) {
        this(momentum, new float[weights]);
    }

    private Sgd(float momentum, float[] v) {
        super(v);
        this.momentum = momentum;
        this.v = v;
    }

    @Override
    public void move(float[] w, float[] g, float rate, Share part) {
        float kept = momentum;
        float[] velocity = v;
        int to = part.to();
        for (int i = part.from(); i < to; i++) {
            velocity[i] = kept * velocity[i] + g[i];
            w[i] -= rate * velocity[i];
        }
    }
}
