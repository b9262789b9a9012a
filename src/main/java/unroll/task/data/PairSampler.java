package unroll.task.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.rng.UniformRandomProvider;
import unroll.task.Pair;

/** Draws pairs that differ. */
public final class PairSampler {
    /** Draws for each pair wanted, until so few new ones can be left that the rest is not worth looking for. */
    private static final int PATIENCE = 100;

    private PairSampler() {}

    /** Makes one pair at random. */
    @FunctionalInterface
    public interface Generator {
        Pair draw(UniformRandomProvider random);
    }

    /**
     * Pairs in the order they were drawn.
     *
     * @param wanted how many; there are fewer where there are no more, or the last ones are too rare to be met
     * @param key two pairs with the same key count as one
     */
    public static List<Pair> distinct(
            int wanted, Function<Pair, String> key, Generator generator, UniformRandomProvider random) {
        List<Pair> pairs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        long draws = (long) wanted * PATIENCE;
        for (long draw = 0; draw < draws && pairs.size() < wanted; draw++) {
            Pair pair = generator.draw(random);
            if (seen.add(key.apply(pair))) {
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
