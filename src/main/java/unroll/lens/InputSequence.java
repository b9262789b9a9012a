package unroll.lens;

import java.util.Arrays;
import java.util.stream.IntStream;
import unroll.network.State;
import unroll.task.Batch;

/**
 * One column of a batch: what is read and asked at each step of a window, and the state before it.
 *
 * @param inputs T symbols, or {@link Batch#PAD}
 * @param targets T symbols, or {@link Batch#NO_TARGET}
 * @param start of one column; read only
 */
public record InputSequence(int[] inputs, int[] targets, State start) {
    /**
     * Takes a column out of a batch; copies.
     *
     * @param start the state before the batch, of all its columns
     * @param b which column, from 0
     */
    public static InputSequence of(Batch batch, State start, int b) {
        int[] inputs = new int[batch.steps()];
        int[] targets = new int[batch.steps()];
        for (int t = 0; t < batch.steps(); t++) {
            inputs[t] = batch.inputs()[t * batch.columns() + b];
            targets[t] = batch.targets()[t * batch.columns() + b];
        }
        return new InputSequence(inputs, targets, column(start, b));
    }

    private static State column(State all, int b) {
        float[][][] buffers = new float[all.buffers().length][][];
        for (int layer = 0; layer < buffers.length; layer++) {
            buffers[layer] = Arrays.stream(all.buffers()[layer])
                    .map(buffer -> {
                        int units = buffer.length / all.columns();
                        return Arrays.copyOfRange(buffer, b * units, (b + 1) * units);
                    })
                    .toArray(float[][]::new);
        }
        return new State(1, buffers);
    }

    /** T. */
    public int steps() {
        return inputs.length;
    }

    /** How many steps are asked something. */
    public int asked() {
        return stepsAsked().length;
    }

    /** The last step that is asked something; 0 where none is. */
    public int lastAsked() {
        int[] asked = stepsAsked();
        return asked.length == 0 ? 0 : asked[asked.length - 1];
    }

    /** Of the steps that are asked something the one in the middle; 0 where none is. */
    public int middleAsked() {
        int[] asked = stepsAsked();
        return asked.length == 0 ? 0 : asked[asked.length / 2];
    }

    private int[] stepsAsked() {
        return IntStream.range(0, targets.length)
                .filter(t -> targets[t] != Batch.NO_TARGET)
                .toArray();
    }

    /** The same with only one step that is asked something, if it is now. */
    public InputSequence askedOnlyAt(int t) {
        int[] only = new int[targets.length];
        Arrays.fill(only, Batch.NO_TARGET);
        only[t] = targets[t];
        return new InputSequence(inputs, only, start);
    }
}
