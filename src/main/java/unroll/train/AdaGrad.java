package unroll.train;

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
    void update(float[] w, float[] g, float rate) {
        move(w, g, s, epsilon, rate);
    }

    private static void move(float[] w, float[] g, float[] s, float epsilon, float rate) {
        for (int i = 0; i < w.length; i++) {
            s[i] += g[i] * g[i];
            w[i] -= rate * g[i] / ((float) Math.sqrt(s[i]) + epsilon);
        }
    }
}
