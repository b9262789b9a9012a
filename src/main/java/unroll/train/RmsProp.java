package unroll.train;

import unroll.matrix.WorkerGroup.Share;

/** RMSProp: {@code s = δ·s + (1 − δ)·g²;  w = w − rate·g / (√s + ε)} (Tieleman and Hinton 2012, lecture 6.5). */
final class RmsProp extends CountingOptimizer {
    private final float decay;
    private final float epsilon;
    private final float[] s;

    RmsProp(float decay, float epsilon, int weights) {
        this(decay, epsilon, new float[weights]);
    }

    private RmsProp(float decay, float epsilon, float[] s) {
        super(s);
        this.decay = decay;
        this.epsilon = epsilon;
        this.s = s;
    }

    @Override
    public void move(float[] w, float[] g, float rate, Share part) {
        float kept = decay;
        float tiny = epsilon;
        float[] squares = s;
        int to = part.to();
        for (int i = part.from(); i < to; i++) {
            squares[i] = kept * squares[i] + (1 - kept) * g[i] * g[i];
            w[i] -= rate * g[i] / ((float) Math.sqrt(squares[i]) + tiny);
        }
    }
}
