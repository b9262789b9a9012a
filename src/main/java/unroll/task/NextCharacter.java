package unroll.task;

import java.util.Arrays;
import unroll.corpus.Corpus;
import unroll.corpus.Range;

/**
 * The text generator's task: at every step the next character. A part of a text is cut into B contiguous streams of equal
 * length, one a column; window k of a stream follows directly on window k − 1, so that the hidden state can be carried.
 */
public final class NextCharacter {
    private final Corpus corpus;
    private final Range range;
    private final int batch;
    private final int window;
    private final int streamLength;

    /**
     * @param range positions the task stays within
     * @param batch B, number of streams
     * @param window T, steps of a window
     */
    public NextCharacter(Corpus corpus, Range range, int batch, int window) {
        this.corpus = corpus;
        this.range = range;
        this.batch = batch;
        this.window = window;
        // The last character of the range is a target only.
        this.streamLength = ceilDiv(Math.max(0, range.length() - 1), batch);
    }

    private static int ceilDiv(int dividend, int divisor) {
        return (int) (((long) dividend + divisor - 1) / divisor);
    }

    /** Whole windows of every stream: the steps of one epoch. */
    public int wholeWindows() {
        return Math.max(0, range.length() - 1) / batch / window;
    }

    /** Windows that reach every character, the last one perhaps shorter and some streams' ends padded. */
    public int coveringWindows() {
        return ceilDiv(streamLength, window);
    }

    /** An empty batch, for {@link #readWhole} or {@link #readCovering} to fill. */
    public Batch emptyBatch() {
        return new Batch(window, batch, new int[window * batch], new int[window * batch]);
    }

    /** Sets whole windows, as training uses them: window {@code index} of every stream. */
    public void readWhole(int index, Batch into) {
        int stream = (range.length() - 1) / batch;
        for (int b = 0; b < into.columns(); b++) {
            int from = range.from() + b * stream + index * window;
            corpus.copy(from, window, into.inputs(), b, into.columns());
            corpus.copy(from + 1, window, into.targets(), b, into.columns());
        }
    }

    /**
     * Sets covering windows, as measuring uses them: every character of the range but the first is a target exactly once;
     * steps past a stream's end have no target.
     */
    public void readCovering(int index, Batch into) {
        Arrays.fill(into.inputs(), 0);
        Arrays.fill(into.targets(), Batch.NO_TARGET);
        for (int b = 0; b < into.columns(); b++) {
            long streamStart = range.from() + (long) b * streamLength;
            long streamEnd = Math.min(streamStart + streamLength, range.to() - 1L);
            long from = streamStart + (long) index * window;
            int count = (int) Math.max(0, Math.min(window, streamEnd - from));
            if (count > 0) {
                corpus.copy((int) from, count, into.inputs(), b, into.columns());
                corpus.copy((int) from + 1, count, into.targets(), b, into.columns());
            }
        }
    }
}
