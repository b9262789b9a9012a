package unroll.lens.bigram;

import unroll.network.Network;
import unroll.network.Stepper;

/** The table that a network holds which reads one symbol and names the next. */
public final class LearnedBigrams {
    private LearnedBigrams() {}

    /**
     * P(next | symbol) as the network says it, from the zero state: a row for each symbol it reads, which adds up to 1.
     *
     * @param network that reads one way; read, never changed
     */
    public static double[][] shares(Network network) {
        double[][] shares = new double[network.spec().inputs()][];
        for (int symbol = 0; symbol < shares.length; symbol++) {
            shares[symbol] = softmax(new Stepper(network).read(symbol));
        }
        return shares;
    }

    /** In double precision, so that no share that is asked for becomes 0. */
    private static double[] softmax(float[] logits) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double[] shares = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(logits[i] - highest);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
