package unroll.task;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Examples side by side, padded to the longest.
 *
 * <p>What an encoder or a network without one reads ends at the last step; before a shorter example stand {@link
 * Batch#PAD}s, which keep its state at zero. What a decoder reads begins at the first step; behind a shorter
 * answer stand symbols that are read in vain, without targets. A column without an example has neither symbols nor
 * targets.
 *
 * @param source indices of the source alphabet, step-major: entry {@code t * columns + b}; empty where there is no encoder
 * @param batch what the network, or the decoder, reads, and what is asked
 */
public record ExampleBatch(int[] source, Batch batch) {
    /** The step at which an example of so many steps begins in its column. */
    public int firstStep(RnnType type, int length) {
        return side(type).firstStep(batch.steps(), length);
    }

    /** How many steps carry a target: what a mean loss is divided by. */
    public int targets() {
        int count = 0;
        for (int target : batch.targets()) {
            if (target != Batch.NO_TARGET) {
                count++;
            }
        }
        return count;
    }

    /**
     * Puts examples of different lengths side by side.
     *
     * @param columns at least as many as examples; the columns behind them stay empty
     */
    static ExampleBatch pad(List<Example> examples, int columns, RnnType type) {
        PaddingSide side = side(type);
        int[] source = block(examples, columns, Example::source, PaddingSide.BEFORE, Batch.PAD);
        int[] inputs = block(examples, columns, Example::inputs, side, type.hasEncoder() ? 0 : Batch.PAD);
        int[] targets = block(examples, columns, Example::targets, side, Batch.NO_TARGET);
        Batch batch = new Batch(inputs.length / columns, columns, inputs, targets);
        return new ExampleBatch(source, batch);
    }

    /** Where what the network, or the decoder, reads is filled up. */
    static PaddingSide side(RnnType type) {
        return type.hasEncoder() ? PaddingSide.BEHIND : PaddingSide.BEFORE;
    }

    /** Where an example shorter than its batch is filled up. */
    enum PaddingSide {
        BEFORE,
        BEHIND;

        /** Where an example of so many steps begins. */
        int firstStep(int steps, int length) {
            return this == BEFORE ? steps - length : 0;
        }
    }

    private static int[] block(
            List<Example> examples, int columns, Function<Example, int[]> part, PaddingSide side, int padding) {
        int steps =
                examples.stream().map(part).mapToInt(row -> row.length).max().orElse(0);
        int[] block = new int[steps * columns];
        Arrays.fill(block, padding);
        for (int b = 0; b < examples.size(); b++) {
            int[] row = part.apply(examples.get(b));
            int first = side.firstStep(steps, row.length);
            for (int t = 0; t < row.length; t++) {
                block[(first + t) * columns + b] = row[t];
            }
        }
        return block;
    }
}
