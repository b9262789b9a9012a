package unroll.train;

import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Where random numbers come from: one seed, and one stream for each use, so that no use moves another. */
public final class RandomStreams {
    private static final long DROPOUT = 0x5DEECE66DL;
    private static final long SAMPLING = 0x9E3779B97F4A7C15L;

    private RandomStreams() {}

    /** For a new network's weights. */
    public static RestorableUniformRandomProvider initialization(long seed) {
        return stream(seed);
    }

    /** For the dropout of a run. */
    static RestorableUniformRandomProvider dropout(long seed) {
        return stream(seed ^ DROPOUT);
    }

    /** For drawing symbols. */
    public static RestorableUniformRandomProvider sampling(long seed) {
        return stream(seed ^ SAMPLING);
    }

    static RestorableUniformRandomProvider stream(long seed) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }
}
