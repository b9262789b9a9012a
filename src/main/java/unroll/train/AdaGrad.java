package unroll.train;

import unroll.matrix.WorkerGroup.Share;

/** AdaGrad: {@code s = s + g²;  w = w − rate·g / (√s + ε)} (Duchi et al. 2011, section 1). */
final class AdaGrad extends CountingOptimizer {
    private final float epsilon;
    private final float[] s;

    AdaGrad(float epsilon, int weights) {
        this(epsilon, new float[weights]);
    }

    private AdaGrad(float epsilon, float[] s) {
        super(s);
        this.epsilon = epsilon;
        this.s = s;
    }

    @Override
    public void move(float[] w, float[] g, float rate, Share part) {
        float tiny = epsilon;
        float[] squares = s;
        int to = part.to();
        for (int i = part.from(); i < to; i++) {
            squares[i] += g[i] * g[i];
            w[i] -= rate * g[i] / ((float) Math.sqrt(squares[i]) + tiny);
        }
    }
}
