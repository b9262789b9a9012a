package unroll.reference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import unroll.network.State;

/**
 * The hidden state of a network in doubles, or its gradient; rows as in a {@link State}: layers from the lowest up, all
 * directions of one before the next. Immutable.
 */
public final class ReferenceState {
    private final List<List<INDArray>> rows;

    ReferenceState(List<List<INDArray>> rows) {
        this.rows = rows;
    }

    /**
     * Of numbers as {@link State#buffers()} has them; copied.
     *
     * @param buffers [row][part of the state][n_a·B], each part column after column
     * @param hidden n_a
     */
    public static ReferenceState of(double[][][] buffers, int hidden) {
        return new ReferenceState(Arrays.stream(buffers)
                .map(row -> Arrays.stream(row)
                        .map(part -> ReferenceMath.matrix(part, hidden))
                        .toList())
                .toList());
    }

    /** The same as the engine has it. */
    public static ReferenceState of(State state) {
        return of(doubles(state), state.buffers()[0][0].length / state.columns());
    }

    /** The numbers of a state, to be changed a little. */
    public static double[][][] doubles(State state) {
        return Arrays.stream(state.buffers())
                .map(row -> Arrays.stream(row).map(ReferenceState::doubles).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static double[] doubles(float[] from) {
        return IntStream.range(0, from.length).mapToDouble(i -> from[i]).toArray();
    }

    /** B. */
    int columns() {
        return rows.get(0).get(0).columns();
    }

    /** [n_a × B] of each part. */
    List<INDArray> row(int row) {
        return rows.get(row);
    }

    /** As {@link State#buffers()}; a copy. */
    public double[][][] buffers() {
        return rows.stream()
                .map(row -> row.stream().map(ReferenceMath::values).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }
}
