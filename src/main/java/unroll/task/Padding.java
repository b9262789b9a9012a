package unroll.task;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Puts examples of different lengths side by side. */
final class Padding {
    private Padding() {}

    /** @param columns at least as many as examples; the columns behind them stay empty */
    static ExampleBatch pad(List<Example> examples, int columns, RnnType type) {
        Side side = side(type);
        int[] source = block(examples, columns, Example::source, new Fill(Side.BEFORE, Batch.NO_SYMBOL));
        int[] inputs =
                block(examples, columns, Example::inputs, new Fill(side, type.hasEncoder() ? 0 : Batch.NO_SYMBOL));
        int[] targets = block(examples, columns, Example::targets, new Fill(side, Batch.NO_TARGET));
        Batch batch = new Batch(inputs.length / columns, columns, inputs, targets);
        return new ExampleBatch(source.length / columns, source, batch);
    }

    /** Where what the network, or the decoder, reads is filled up. */
    static Side side(RnnType type) {
        return type.hasEncoder() ? Side.BEHIND : Side.BEFORE;
    }

    /** Where an example shorter than its batch is filled up. */
    enum Side {
        BEFORE {
            @Override
            int firstStep(int steps, int length) {
                return steps - length;
            }
        },
        BEHIND {
            @Override
            int firstStep(int steps, int length) {
                return 0;
            }
        };

        /** Where an example of so many steps begins. */
        abstract int firstStep(int steps, int length);
    }

    private record Fill(Side side, int with) {}

    private static int[] block(List<Example> examples, int columns, Function<Example, int[]> part, Fill fill) {
        int steps =
                examples.stream().map(part).mapToInt(row -> row.length).max().orElse(0);
        int[] block = new int[steps * columns];
        Arrays.fill(block, fill.with);
        for (int b = 0; b < examples.size(); b++) {
            int[] row = part.apply(examples.get(b));
            int first = fill.side.firstStep(steps, row.length);
            for (int t = 0; t < row.length; t++) {
                block[(first + t) * columns + b] = row[t];
            }
        }
        return block;
    }
}
