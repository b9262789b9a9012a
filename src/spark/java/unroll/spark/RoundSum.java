package unroll.spark;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The sum of what some partitions have come to in a round, of which the mean is what all go on with. Sums are 64-bit, and
 * whoever adds up keeps to the order of the partitions, so that the mean is the same each time, and that of the same states
 * this state.
 *
 * @param count partitions
 * @param first what is the same in all, without vectors
 * @param loss sum of their mean losses in the round, in nats per character
 * @param gradientNorm sum of their mean norms before clipping
 * @param recentLoss sum of their running losses
 * @param steady the least of theirs
 * @param vectors sums of the states' vectors; not to be used where there is a problem
 * @param problem a sentence where one of them could not be trained, or null
 */
record RoundSum(
        int count,
        SharedState first,
        double loss,
        double gradientNorm,
        double recentLoss,
        int steady,
        double[][] vectors,
        @Nullable String problem)
        implements Serializable {
    /** Of one partition. */
    static RoundSum of(LocalRound one) {
        SharedState state = one.state();
        double[][] vectors = new double[state.vectors().length][];
        for (int v = 0; v < vectors.length; v++) {
            float[] vector = state.vectors()[v];
            vectors[v] = IntStream.range(0, vector.length)
                    .mapToDouble(i -> vector[i])
                    .toArray();
        }
        SharedState same =
                new SharedState(state.steps(), state.updates(), Double.NaN, 0, state.averaged(), new float[0][]);
        return new RoundSum(
                1, same, one.loss(), one.gradientNorm(), state.recentLoss(), state.steady(), vectors, one.problem());
    }

    /** Of some partitions, in their order, however they come. */
    static RoundSum of(Iterable<LocalRound> some) {
        List<LocalRound> sorted = StreamSupport.stream(some.spliterator(), false)
                .sorted(Comparator.comparingInt(LocalRound::partition))
                .toList();
        RoundSum sum = of(sorted.get(0));
        for (LocalRound one : sorted.subList(1, sorted.size())) {
            sum = sum.plus(of(one));
        }
        return sum;
    }

    /** Adds the others to the vectors of this one. */
    RoundSum plus(RoundSum others) {
        if (problem != null || others.problem != null) {
            return problem != null ? this : others;
        }
        for (int v = 0; v < vectors.length; v++) {
            for (int i = 0; i < vectors[v].length; i++) {
                vectors[v][i] += others.vectors[v][i];
            }
        }
        return new RoundSum(
                count + others.count,
                first,
                loss + others.loss,
                gradientNorm + others.gradientNorm,
                recentLoss + others.recentLoss,
                Math.min(steady, others.steady),
                vectors,
                null);
    }

    /** The state all partitions go on with. */
    SharedState mean() {
        float[][] means = new float[vectors.length][];
        for (int v = 0; v < means.length; v++) {
            means[v] = new float[vectors[v].length];
            for (int i = 0; i < means[v].length; i++) {
                means[v][i] = (float) (vectors[v][i] / count);
            }
        }
        return new SharedState(first.steps(), first.updates(), recentLoss / count, steady, first.averaged(), means);
    }
}
