package unroll.task;

/**
 * A random order of 0 to n − 1 that takes no memory: place k of it is computed, not looked up. A Feistel network
 * permutes the smallest power of four that holds n, and walks on where it lands outside (Black, Rogaway, "Ciphers
 * with arbitrary finite domains", 2002).
 */
final class Shuffle {
    private static final int ROUNDS = 6;

    private final int size;
    private final int halfBits;
    private final long key;

    /** @param seed and {@code number} together choose the order */
    Shuffle(long seed, long number, int size) {
        this.size = size;
        int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, size - 1)));
        this.halfBits = (bits + 1) / 2;
        this.key = DataRandomness.mix(seed ^ DataRandomness.mix(number));
    }

    /** What stands at a place, 0 to n − 1. */
    int at(int place) {
        long value = place;
        do {
            value = permute(value);
        } while (value >= size);
        return (int) value;
    }

    private long permute(long value) {
        long mask = (1L << halfBits) - 1;
        long left = value >>> halfBits;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ DataRandomness.mix(key + ((long) round << 32) + right) & mask;
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }
}
