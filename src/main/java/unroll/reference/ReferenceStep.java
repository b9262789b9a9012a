package unroll.reference;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Everything a network computed at one step, and after a backward pass ∂L/∂ of it. Immutable. */
public final class ReferenceStep {
    private final int[] symbols;
    private final List<LayerTape> rows;
    private final @Nullable INDArray logits;
    private final @Nullable INDArray dLogits;

    /** @param logits [V × B]; null in an encoder, which gives nothing */
    ReferenceStep(int[] symbols, List<LayerTape> rows, @Nullable INDArray logits) {
        this(symbols, rows, logits, null);
    }

    private ReferenceStep(int[] symbols, List<LayerTape> rows, @Nullable INDArray logits, @Nullable INDArray dLogits) {
        this.symbols = symbols;
        this.rows = List.copyOf(rows);
        this.logits = logits;
        this.dLogits = dLogits;
    }

    /** The same step with what a backward pass found. */
    ReferenceStep with(List<LayerTape> back, @Nullable INDArray gradient) {
        return new ReferenceStep(symbols, back, logits, gradient);
    }

    INDArray output() {
        return Objects.requireNonNull(logits, "an encoder gives nothing");
    }

    INDArray outputGradient() {
        return Objects.requireNonNull(dLogits, "no backward pass went through this step");
    }

    /** x&lt;t&gt; of the first column. */
    public int symbol() {
        return symbols[0];
    }

    /** The layers' tapes, rows as in a {@link ReferenceState}. */
    public List<LayerTape> rows() {
        return rows;
    }

    /** Whether it gives something: an encoder's step does not. */
    public boolean gives() {
        return logits != null;
    }

    /** [V] of each column, or empty in an encoder; a copy. */
    public double[] logits() {
        return logits == null ? new double[0] : ReferenceMath.values(logits);
    }

    /** ŷ&lt;t&gt; = softmax(logits), [V] of each column, or empty in an encoder. */
    public double[] probabilities() {
        return logits == null ? new double[0] : ReferenceMath.values(ReferenceMath.softmax(logits));
    }

    /** ∂L/∂logits, [V] of each column, or empty where no backward pass gave any; a copy. */
    public double[] dLogits() {
        return dLogits == null ? new double[0] : ReferenceMath.values(dLogits);
    }
}
