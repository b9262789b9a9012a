package unroll.task;

import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Where all random numbers come from: a seed, and a stream of its own for each use, so that no use moves another. The same
 * seed gives the same numbers on every machine.
 */
public final class RandomStreams {
    private static final long DROPOUT = 0x5DEECE66DL;

    private RandomStreams() {}

    /** A seed that nobody chose, from 0 up. */
    public static long freshSeed() {
        return ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    }

    /** For a new network's weights. */
    public static RestorableUniformRandomProvider initialization(long seed) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    /** For the dropout of a run. */
    public static RestorableUniformRandomProvider dropout(long seed) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(seed ^ DROPOUT);
    }

    /** For the dropout of one worker in one step, whose seed the run's dropout has drawn. */
    public static RestorableUniformRandomProvider worker(long seedOfStep, int worker) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(seedOfStep + worker);
    }

    /** For drawing symbols, and places and weights to look at. */
    public static UniformRandomProvider draws(long seed) {
        return RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    /**
     * For a task's data.
     *
     * @param use tells apart what one seed is used for
     */
    public static UniformRandomProvider data(long seed, String use) {
        long mixed = seed;
        for (int i = 0; i < use.length(); i++) {
            mixed = mix(mixed ^ use.charAt(i));
        }
        return RandomSource.XO_RO_SHI_RO_128_PP.create(mix(mixed));
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit of the result depends on every bit given. */
    public static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
