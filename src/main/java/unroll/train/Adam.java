package unroll.train;

import unroll.matrix.WorkerGroup.Share;

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
final class Adam extends CountingOptimizer {
    private final OptimizerSpec spec;
    private final float[] m;
    private final float[] s;

    Adam(OptimizerSpec spec, int weights) {
        this(spec, new float[weights], new float[weights]);
    }

    private Adam(OptimizerSpec spec, float[] m, float[] s) {
        super(m, s);
        this.spec = spec;
        this.m = m;
        this.s = s;
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
        float[] mean = m;
        float[] square = s;
        int to = part.to();
        for (int i = part.from(); i < to; i++) {
            mean[i] = beta1 * mean[i] + (1 - beta1) * g[i];
            square[i] = beta2 * square[i] + (1 - beta2) * g[i] * g[i];
        }
    }

    private void move(float[] w, Share part, float rate, float rootFactor, float decay) {
        float epsilon = (float) spec.epsilon();
        float[] mean = m;
        float[] square = s;
        int to = part.to();
        for (int i = part.from(); i < to; i++) {
            w[i] -= rate * mean[i] / ((float) Math.sqrt(square[i]) * rootFactor + epsilon) + decay * w[i];
        }
    }
}
