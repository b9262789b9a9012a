package unroll.task;

import java.util.Locale;
import unroll.network.Softmax;
import unroll.network.Unroll;

/**
 * One window of a task's examples side by side: T steps of B columns.
 *
 * <p>Both arrays have length T·B and are step-major: entry {@code t * columns + b} belongs to step t of column b. A
 * target of {@link #NO_TARGET} marks a step that is not asked anything: it adds nothing to the loss or the gradient.
 *
 * @param steps T, at least 1
 * @param columns B, at least 1
 * @param inputs symbol indices, or {@link #PAD} where examples of a task are shorter than the batch
 * @param targets symbol indices, or {@link #NO_TARGET}
 */
public record Batch(int steps, int columns, int[] inputs, int[] targets) {
    /** Marks a step without a target. */
    public static final int NO_TARGET = Softmax.NO_TARGET;

    /** As an input: nothing is read at this step, and the state before the first symbol stays at zero. */
    public static final int PAD = Unroll.PAD;

    public Batch {
        if (inputs.length != steps * columns || targets.length != steps * columns) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A batch of %d steps by %d columns needs %d inputs and targets; got %d and %d.",
                    steps,
                    columns,
                    steps * columns,
                    inputs.length,
                    targets.length));
        }
    }
}
