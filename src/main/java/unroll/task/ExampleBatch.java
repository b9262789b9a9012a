package unroll.task;

import java.util.Locale;

/**
 * Examples side by side, padded to the longest.
 *
 * <p>What an encoder or a network without one reads ends at the last step; before a shorter example stand {@link
 * Batch#NO_SYMBOL}s, which keep its state at zero. What a decoder reads begins at the first step; behind a shorter
 * answer stand symbols that are read in vain, without targets. A column without an example has neither symbols nor
 * targets.
 *
 * @param sourceSteps steps of the encoder; 0 where there is none
 * @param source indices of the source alphabet, step-major: entry {@code t * columns + b}
 * @param batch what the network, or the decoder, reads, and what is asked
 */
public record ExampleBatch(int sourceSteps, int[] source, Batch batch) {
    public ExampleBatch {
        if (source.length != sourceSteps * batch.columns()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "An encoder of %d steps by %d columns needs %d symbols; got %d.",
                    sourceSteps,
                    batch.columns(),
                    sourceSteps * batch.columns(),
                    source.length));
        }
    }

    /** The step at which an example of so many steps begins in its column. */
    public int firstStep(RnnType type, int length) {
        return Padding.side(type).firstStep(batch.steps(), length);
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
}
