package unroll.lens.xray;

import java.util.Arrays;

/** Probabilities of V symbols; overwritten from one character to the next. */
final class Distribution {
    private final double[] p;

    Distribution(int vocabulary) {
        p = new double[vocabulary];
    }

    /** p(i) = exp(logit[i]) / Σ exp(logit[j]); exactly 0 for −∞. */
    void read(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            p[i] = Math.exp(logits[i] - max);
            sum += p[i];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
    }

    int size() {
        return p.length;
    }

    double of(int symbol) {
        return p[symbol];
    }

    /** 1 and the number of symbols that are likelier. */
    int rank(int symbol) {
        return 1 + (int) Arrays.stream(p).filter(other -> other > p[symbol]).count();
    }

    /** −Σ p·ln p, in nats. */
    double entropy() {
        return -Arrays.stream(p)
                .filter(each -> each > 0)
                .map(each -> each * Math.log(each))
                .sum();
    }
}
