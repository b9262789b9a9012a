package unroll.network;

import java.util.Arrays;

/**
 * Where a batch has no symbol. Examples shorter than the others begin later; until then their state stays zero, and so does
 * the gradient of it (docs/derivations/bptt.md).
 */
final class PaddingMask {
    private final int[] inputs;
    private final int columns;
    private boolean any;

    PaddingMask(Capacity capacity) {
        this.inputs = new int[Math.multiplyExact(capacity.steps(), capacity.columns())];
        this.columns = capacity.columns();
    }

    /** @param next T·B symbols or {@link Unroll#PAD}, step-major */
    void read(int[] next) {
        any = false;
        for (int symbol : next) {
            any |= symbol == Unroll.PAD;
        }
        if (any) {
            System.arraycopy(next, 0, inputs, 0, next.length);
        }
    }

    /** Sets the columns that have no symbol at step t to zero, in buffers of some units each. */
    void clear(int t, float[][] buffers) {
        if (!any) {
            return;
        }
        for (float[] buffer : buffers) {
            int units = buffer.length / columns;
            for (int b = 0; b < columns; b++) {
                if (inputs[t * columns + b] == Unroll.PAD) {
                    Arrays.fill(buffer, b * units, (b + 1) * units, 0);
                }
            }
        }
    }
}
