package unroll.task;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Which examples stand side by side in which batch of which epoch: a random order, in which neighbors of similar
 * length were brought together so that little is padded. Seed, epoch and number alone determine a batch, so a run can
 * go on anywhere.
 *
 * <p>Every example occurs once an epoch. Every batch has all its columns; the last examples may leave some of one
 * batch empty. Not for several threads at once: it remembers the examples it arranged last.
 */
public final class BatchPlan {
    /** Batches whose examples are sorted by length among themselves. */
    private static final int POOL = 32;

    private final Examples examples;
    private final RnnType type;
    private final int columns;
    private final long seed;
    private long arrangedEpoch = -1;
    private int arrangedPool = -1;
    private int[][] arranged = {};

    /** @param columns B, examples of a batch, at least 1 */
    public BatchPlan(Examples examples, RnnType type, int columns, long seed) {
        this.examples = examples;
        this.type = type;
        this.columns = columns;
        this.seed = seed;
    }

    /** Batches of an epoch. */
    public int batches() {
        return (int) (((long) examples.size() + columns - 1) / columns);
    }

    /**
     * The examples of a batch, by column; at most {@code columns}, and at least one.
     *
     * @param epoch 0 or more
     * @param number 0 to {@link #batches()} − 1
     */
    public int[] indices(long epoch, int number) {
        Objects.checkIndex(number, batches());
        int pool = number / POOL;
        if (epoch != arrangedEpoch || pool != arrangedPool) {
            arranged = arrange(epoch, pool);
            arrangedEpoch = epoch;
            arrangedPool = pool;
        }
        return arranged[number % POOL].clone();
    }

    /** The batch itself, padded. */
    public ExampleBatch read(long epoch, int number) {
        List<Example> chosen = Arrays.stream(indices(epoch, number))
                .mapToObj(examples::example)
                .toList();
        return ExampleBatch.pad(chosen, columns, type);
    }

    private int[][] arrange(long epoch, int pool) {
        Shuffle order = new Shuffle(seed, epoch, examples.size());
        int from = pool * POOL * columns;
        int to = (int) Math.min(examples.size(), from + (long) POOL * columns);
        int[] byLength = IntStream.range(from, to)
                .mapToLong(place -> (long) examples.steps(order.at(place)) << Integer.SIZE | place)
                .sorted()
                .mapToInt(stepsAndPlace -> order.at((int) stepsAndPlace))
                .toArray();
        int batches = (byLength.length + columns - 1) / columns;
        Shuffle turns = new Shuffle(~seed, RandomStreams.mix(epoch) + pool, batches);
        return IntStream.range(0, batches)
                .mapToObj(turn -> batch(byLength, turns.at(turn)))
                .toArray(int[][]::new);
    }

    private int[] batch(int[] byLength, int number) {
        return Arrays.copyOfRange(byLength, number * columns, Math.min(byLength.length, (number + 1) * columns));
    }

    /**
     * A random order of 0 to n − 1 that takes no memory: place k of it is computed, not looked up. A Feistel network
     * permutes the smallest power of four that holds n, and walks on where it lands outside (Black, Rogaway, "Ciphers
     * with arbitrary finite domains", 2002).
     */
    static final class Shuffle {
        private static final int ROUNDS = 6;

        private final int size;
        private final int halfBits;
        private final long key;

        /** @param seed and {@code number} together choose the order */
        Shuffle(long seed, long number, int size) {
            this.size = size;
            int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, size - 1)));
            this.halfBits = (bits + 1) / 2;
            this.key = RandomStreams.mix(seed ^ RandomStreams.mix(number));
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
                long next = left ^ RandomStreams.mix(key + ((long) round << 32) + right) & mask;
                left = right;
                right = next;
            }
            return left << halfBits | right;
        }
    }
}
