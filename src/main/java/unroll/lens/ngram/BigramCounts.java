package unroll.lens.ngram;

import java.util.Arrays;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.network.Network;
import unroll.network.Softmax;
import unroll.network.Stepper;
import unroll.task.Batch;
import unroll.task.Example;
import unroll.task.Examples;
import unroll.task.Layout;

/**
 * How often each symbol follows each other one in examples of one step. Immutable once made.
 *
 * <p>Its shares are those of a bigram model with interpolated Witten–Bell smoothing, as
 * {@link unroll.lens.ngram.NGramModel} has them for order 2: what followed a symbol often is trusted, and the more
 * different symbols followed it, the more is left to how frequent each one is at all.
 */
public final class BigramCounts {
    /** Symbols at most; their square is kept. */
    public static final int MAX_SYMBOLS = 1024;

    private final int[][] counts;
    private final int outputs;
    private final int[] asOutput;
    private final int[] asInput;
    private long total;

    private BigramCounts(int inputs, int outputs) {
        this.outputs = outputs;
        counts = new int[inputs][outputs];
        asInput = new int[inputs];
        asOutput = new int[outputs];
    }

    /**
     * Counts examples, each of one step that is asked.
     *
     * @throws ProblemException where there are more symbols than {@value #MAX_SYMBOLS}
     */
    public static BigramCounts of(Examples examples, Layout layout) {
        int inputs = layout.alphabets().input().size();
        int outputs = layout.alphabets().output().size();
        if (Math.max(inputs, outputs) > MAX_SYMBOLS) {
            throw Reason.TOO_MANY_PAIRS.exception(Math.max(inputs, outputs), MAX_SYMBOLS);
        }
        BigramCounts counted = new BigramCounts(inputs, outputs);
        for (int index = 0; index < examples.size(); index++) {
            Example example = examples.example(index);
            if (example.targets()[0] != Batch.NO_TARGET) {
                counted.add(example.inputs()[0], example.targets()[0]);
            }
        }
        return counted;
    }

    private void add(int symbol, int next) {
        counts[symbol][next]++;
        asInput[symbol]++;
        asOutput[next]++;
        total++;
    }

    /** How often a symbol was followed by another. */
    public int count(int symbol, int next) {
        return counts[symbol][next];
    }

    /** How often a symbol was followed by any. */
    public int count(int symbol) {
        return asInput[symbol];
    }

    /** Pairs counted. */
    public long total() {
        return total;
    }

    /** P(next | symbol): a row for each symbol, which adds up to 1. */
    public double[][] shares() {
        double[] blind = new double[outputs];
        Arrays.fill(blind, 1.0 / outputs);
        double[] alone = smoothed(asOutput, blind);
        double[][] shares = new double[counts.length][];
        for (int symbol = 0; symbol < counts.length; symbol++) {
            shares[symbol] = smoothed(counts[symbol], alone);
        }
        return shares;
    }

    /** (c(w) + T · P'(w)) / (N + T), or P' where nothing was counted. */
    private static double[] smoothed(int[] counted, double[] without) {
        long n = 0;
        int different = 0;
        for (int count : counted) {
            n += count;
            different += count > 0 ? 1 : 0;
        }
        double[] shares = without.clone();
        for (int next = 0; next < shares.length && n > 0; next++) {
            shares[next] = (counted[next] + different * without[next]) / (n + different);
        }
        return shares;
    }

    /**
     * The mean of −ln P(next | symbol) over these pairs, in nats.
     *
     * @param shares P, a row for each symbol
     * @return not a number where no pairs were counted
     */
    public double loss(double[][] shares) {
        double sum = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            for (int next = 0; next < outputs; next++) {
                if (counts[symbol][next] > 0) {
                    sum -= counts[symbol][next] * Math.log(shares[symbol][next]);
                }
            }
        }
        return sum / total;
    }

    /**
     * The table that a network holds which reads one symbol and names the next: P(next | symbol) as it says it, from the zero
     * state, a row for each symbol it reads, which adds up to 1.
     *
     * @param unidirectional network; read, never changed
     */
    public static double[][] learned(Network network) {
        double[][] shares = new double[network.spec().inputs()][];
        for (int symbol = 0; symbol < shares.length; symbol++) {
            shares[symbol] = Softmax.exact(new Stepper(network).read(symbol));
        }
        return shares;
    }
}
