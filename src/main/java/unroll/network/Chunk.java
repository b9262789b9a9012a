package unroll.network;

import java.util.List;
import java.util.stream.IntStream;
import unroll.cell.Cell;

/**
 * The steps {@code from} to {@code to} − 1 of a pass, which a layer works on together. Their z and ∂L/∂z are small enough to stay in
 * the second-level cache from the product that makes them to the last one that reads them, which saves 5 to 15 % of a training step
 * of two LSTM or GRU layers of 128 units (docs/adr/0020), and they are enough columns for products that run as fast as those of a
 * whole pass.
 *
 * @param index among the chunks of the pass, from 0
 */
public record Chunk(int index, int from, int to) {
    /** What a worker's rows of z in a chunk take, about. */
    private static final int BYTES = 1 << 20;

    /** Fewer columns make slower products. */
    private static final int MIN_COLUMNS = 500;

    /**
     * Most steps of a chunk, alike for all workers.
     *
     * @param hidden units of the layer, which the workers share
     * @param steps of a pass at most
     * @param columns B
     */
    public static int steps(Cell cell, int hidden, int steps, int columns, int workers) {
        long bytes = (long) cell.blocks() * divideUp(hidden, workers) * columns * Float.BYTES;
        long most = Math.max(BYTES / bytes, divideUp(MIN_COLUMNS, columns));
        int chunks = divideUp(steps, (int) Math.min(most, steps));
        return divideUp(steps, chunks);
    }

    private static int divideUp(int count, int by) {
        return (count + by - 1) / by;
    }

    /**
     * The chunks of a pass, in the order of time.
     *
     * @param steps of the pass
     * @param most steps of a chunk
     */
    static List<Chunk> of(int steps, int most) {
        return IntStream.range(0, divideUp(steps, most))
                .mapToObj(index -> new Chunk(index, index * most, Math.min(steps, (index + 1) * most)))
                .toList();
    }

    /** Number of steps. */
    int steps() {
        return to - from;
    }
}
