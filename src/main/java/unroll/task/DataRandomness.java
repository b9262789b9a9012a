package unroll.task;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Where the data's random numbers come from: a seed and the use's own number, so that no use moves another. */
public final class DataRandomness {
    private DataRandomness() {}

    /**
     * A generator whose numbers are the same on every machine.
     *
     * @param use tells apart what one seed is used for
     */
    public static UniformRandomProvider stream(long seed, String use) {
        long mixed = seed;
        for (int i = 0; i < use.length(); i++) {
            mixed = mix(mixed ^ use.charAt(i));
        }
        return RandomSource.XO_RO_SHI_RO_128_PP.create(mix(mixed));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the result depends on every bit given. */
    public static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
