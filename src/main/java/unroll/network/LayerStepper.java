package unroll.network;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import unroll.cell.Cell;
import unroll.cell.Cell.Step;
import unroll.matrix.HeapMatrix;
import unroll.network.Parameters.ParameterTensor;

/**
 * One layer of a {@link Stepper}, with its state. As soon as it has a&lt;t&gt; it multiplies everything that a&lt;t&gt; is ever multiplied
 * by, in one product: its own Waa, for the next step, and above that the weights with which the next layer, or the output, reads
 * it. Fewer and longer columns make that product faster than two would be.
 */
final class LayerStepper {
    private final Cell cell;
    private final int hidden;
    /** Where the pre-activations begin that the state reaches. */
    private final int recurrentFrom;

    private final ParameterTensor wax;
    private final float[] values;
    /** [Waa; weights of what reads this layer]: [{@link #rows} × hidden]. */
    private final HeapMatrix weights;

    private final int rows;

    private final float[] ba;
    /** {@link #weights}·a&lt;t&gt;: first Waa·a&lt;t&gt; of the blocks that the state reaches, then what the layer above reads. */
    private final float[] product;
    /** Pre-activations, one block behind the other: [blocks·hidden]. */
    private final float[] z;
    /** Waa·a&lt;t-1&gt; in the same places; 0 where the state does not reach. */
    private final float[] zState;

    /** From one state to the other, and back. */
    private final Step[] steps;

    private int next;
    /** What is done to a&lt;t&gt; before anything reads it, or null. */
    private @Nullable Consumer<float[]> change;

    /**
     * Starts from the zero state.
     *
     * @param above weights of what reads this layer, or null where nothing does
     * @param values the network's flat vector; symbols are looked up there, the rest is copied
     */
    LayerStepper(RecurrentLayer layer, @Nullable ParameterTensor above, float[] values) {
        cell = layer.cell;
        hidden = layer.hidden;
        recurrentFrom = cell.recurrentFrom() * hidden;
        wax = layer.wax;
        this.values = values;
        int recurrent = layer.waa.rows();
        rows = recurrent + (above == null ? 0 : above.rows());
        weights = new HeapMatrix(rows, hidden);
        product = HeapMatrix.vector(rows);
        weights.setRows(0, recurrent, values, layer.waa.offset());
        if (above != null) {
            weights.setRows(recurrent, above.rows(), values, above.offset());
        }
        ba = Arrays.copyOfRange(values, layer.ba.offset(), layer.ba.offset() + layer.ba.size());
        z = new float[ba.length];
        zState = new float[ba.length];
        float[][] blocks = new float[cell.blocks()][hidden];
        float[][] kept = new float[cell.cachedBuffers()][hidden];
        float[][] one = new float[cell.stateBuffers()][hidden];
        float[][] other = new float[cell.stateBuffers()][hidden];
        steps = new Step[] {new Step(blocks, one, other, kept), new Step(blocks, other, one, kept)};
    }

    /** Goes on from a state, whose buffers are copied. */
    void start(float[][] buffers) {
        for (int buffer = 0; buffer < buffers.length; buffer++) {
            System.arraycopy(buffers[buffer], 0, state()[buffer], 0, hidden);
        }
        multiply();
    }

    /** Goes back to the zero state. */
    void restart() {
        for (float[] buffer : state()) {
            Arrays.fill(buffer, 0);
        }
        Arrays.fill(product, 0);
    }

    /** The state as it is now: a&lt;t&gt; first. */
    float[][] state() {
        return steps[next].before();
    }

    /** From now on changes a copy of a&lt;t&gt; in place, and this copy is what is read of it; the state itself stays as it is. */
    void changeWhatIsRead(Consumer<float[]> action) {
        change = action;
    }

    /** Reads a symbol: a column of Wax. */
    void read(int symbol) {
        int column = wax.offset() + Objects.checkIndex(symbol, wax.columns()) * wax.rows();
        System.arraycopy(values, column, z, 0, wax.rows());
        step();
    }

    /** Reads what the layer below has just made. */
    void read(LayerStepper below) {
        below.readAbove(z, wax.rows());
        step();
    }

    /** Copies so many numbers that the layer above reads: its weights times a&lt;t&gt;. */
    void readAbove(float[] into, int count) {
        System.arraycopy(product, rows - count, into, 0, count);
    }

    /** From Wax·x&lt;t&gt;, which lies in {@link #z}, to the next state and its product. */
    private void step() {
        Arrays.fill(z, wax.rows(), z.length, 0);
        System.arraycopy(product, 0, zState, recurrentFrom, zState.length - recurrentFrom);
        add(zState, ba, z);
        Step step = steps[next];
        for (int block = 0; block < step.z().length; block++) {
            System.arraycopy(z, block * hidden, step.z()[block], 0, hidden);
        }
        cell.forward(step);
        next = 1 - next;
        multiply();
    }

    private void multiply() {
        Arrays.fill(product, 0);
        weights.addProduct(asRead(), product);
    }

    private float[] asRead() {
        if (change == null) {
            return state()[0];
        }
        float[] a = state()[0].clone();
        change.accept(a);
        return a;
    }

    private static void add(float[] a, float[] b, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += a[i] + b[i];
        }
    }
}
