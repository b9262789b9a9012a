package unroll.train;

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
    void update(float[] w, float[] g, float rate) {
        move(w, g, v, momentum, rate);
    }

    private static void move(float[] w, float[] g, float[] v, float momentum, float rate) {
        for (int i = 0; i < w.length; i++) {
            v[i] = momentum * v[i] + g[i];
            w[i] -= rate * v[i];
        }
    }
}
