package unroll.task;

import java.util.Locale;

/**
 * One example laid out over steps, without padding.
 *
 * @param source what the encoder reads, indices of the source alphabet; empty where there is no encoder
 * @param inputs indices of the input alphabet, one a step; at least one
 * @param targets indices of the output alphabet, one a step, or {@link Batch#NO_TARGET} where nothing is asked
 */
public record Example(int[] source, int[] inputs, int[] targets) {
    static final int[] NO_SOURCE = {};

    public Example {
        if (inputs.length == 0 || inputs.length != targets.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "An example has as many targets as inputs, at least one; got %d and %d.",
                    targets.length,
                    inputs.length));
        }
    }
}
