package unroll.reference;

import static unroll.reference.LayerEquations.THROUGH_PRODUCT;

import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import unroll.cell.Cell;
import unroll.network.Direction;
import unroll.network.NetworkSpec;

/**
 * One layer in one direction, one step at a time (docs/derivations/bptt.md):
 *
 * <pre>
 * z&lt;t&gt; = Wax·x&lt;t&gt; + Waa·a&lt;t-1&gt; + ba      s&lt;t&gt; = m&lt;t&gt; F(z&lt;t&gt;, s&lt;t-1&gt;)
 * </pre>
 *
 * <p>The blocks of z, one a gate, lie one above the other: the input product reaches the first ones, the recurrent product the
 * last ones (docs/notation.md).
 */
final class ReferenceLayer {
    private static final Variable A = Variable.after("a");
    private static final Variable A_BEFORE = Variable.before("a");

    final Direction direction;
    private final String name;
    private final int hidden;
    private final int inputBlocks;
    private final int recurrentFrom;
    private final int blocks;
    private final INDArray wax;
    private final INDArray waa;
    private final INDArray ba;
    private final ReferenceCell cell;
    /** Names of the parts of the state, a first. */
    private final List<String> state;

    private final LayerEquations equations;

    /** @param name before the names of its tensors, for example {@code layer0.reverse.} */
    ReferenceLayer(NetworkSpec spec, String name, Direction direction, ReferenceWeights weights) {
        Cell shape = spec.kind();
        this.direction = direction;
        this.name = name;
        hidden = spec.hidden();
        inputBlocks = shape.inputBlocks().size();
        recurrentFrom = shape.recurrentFrom();
        blocks = shape.blocks();
        wax = weights.get(name + "Wax");
        waa = weights.get(name + "Waa");
        ba = weights.get(name + "ba");
        cell = ReferenceCell.of(spec.cell());
        state = cell.equations().state();
        equations = new LayerEquations(shape);
    }

    /**
     * A step forward.
     *
     * @param t with x&lt;t&gt;; everything that is computed is written on it
     * @param before s&lt;t-1&gt;, [n_a × B] of each part
     */
    void forward(LayerTape t, List<INDArray> before) {
        for (int part = 0; part < before.size(); part++) {
            t.set(Variable.before(state.get(part)), before.get(part));
        }
        preActivations(t);
        cell.forward(t);
        for (String part : state) {
            t.set(Variable.after(part), t.masked(t.get(Variable.after(part))));
        }
    }

    /** z = Wax·x&lt;t&gt; + Waa·a&lt;t-1&gt; + ba; where both products reach all blocks, as in an LSTM, it is just that. */
    private void preActivations(LayerTape t) {
        INDArray fromInput = wax.mmul(t.x());
        INDArray fromState = waa.mmul(t.get(A_BEFORE));
        INDArray z = ReferenceMath.zeros(blocks * hidden, t.columns()).addiColumnVector(ba);
        rows(z, 0, inputBlocks).addi(fromInput);
        rows(z, recurrentFrom, blocks).addi(fromState);
        for (int k = 0; k < blocks; k++) {
            if (equations.readsInput(k)) {
                t.set(equations.inputShare(k), rows(fromInput, k, k + 1));
            }
            if (equations.readsState(k)) {
                t.set(equations.stateShare(k), rows(fromState, k - recurrentFrom, k - recurrentFrom + 1));
            }
            t.set(equations.bias(k), rows(ba, k, k + 1));
            t.set(equations.z(k), rows(z, k, k + 1));
        }
    }

    /** Some blocks, sharing memory. */
    private INDArray rows(INDArray all, int from, int to) {
        return ReferenceMath.rows(all, from * hidden, to * hidden);
    }

    /**
     * A step back, numbered as in docs/derivations/bptt.md.
     *
     * @param forward what {@link #forward} wrote
     * @param above ∂L/∂a&lt;t&gt;, as far as it comes from what reads it at this step, [n_a × B]
     * @param next ∂L/∂s&lt;t&gt;, as far as it comes from the step that is read next, [n_a × B] of each part
     * @return what forward wrote, and ∂L/∂ of all that is computed there
     */
    LayerTape backward(LayerTape forward, INDArray above, List<INDArray> next) {
        LayerTape t = forward.copy();
        t.set(Variable.fromAbove(), t.masked(above));
        for (int part = 0; part < next.size(); part++) {
            t.set(Variable.fromNext(state.get(part)), t.masked(next.get(part)));
        }
        t.setGradient(A, t.get(Variable.fromAbove()).add(t.get(Variable.fromNext("a")))); // 1
        cell.backward(t); // 2
        INDArray product = t.set(THROUGH_PRODUCT, waa.transpose().mmul(dz(t, recurrentFrom, blocks))); // 3
        t.setGradient(A_BEFORE, t.hasGradient(A_BEFORE) ? product.add(t.gradient(A_BEFORE)) : product);
        return t;
    }

    /** ∂L/∂ some blocks of z, one above the other. */
    private INDArray dz(LayerTape t, int from, int to) {
        return ReferenceMath.stacked(IntStream.range(from, to)
                .mapToObj(k -> t.gradient(equations.z(k)))
                .toList());
    }

    /** s&lt;t&gt; of a step forward. */
    List<INDArray> after(LayerTape t) {
        return state.stream().map(part -> t.get(Variable.after(part))).toList();
    }

    /** ∂L/∂s&lt;t-1&gt; of a step back. */
    List<INDArray> beforeGradient(LayerTape t) {
        return state.stream().map(part -> t.gradient(Variable.before(part))).toList();
    }

    /** dx&lt;t&gt; = Waxᵀ·dz&lt;t&gt; of a step back. */
    INDArray inputGradient(LayerTape t) {
        return wax.transpose().mmul(dz(t, 0, inputBlocks));
    }

    /** Adds what a step back has in dWax = Σ dz·xᵀ, dWaa = Σ dz·a&lt;t-1&gt;ᵀ and dba = Σ dz. */
    void addGradient(LayerTape t, ReferenceWeights gradient) {
        gradient.get(name + "Wax").addi(dz(t, 0, inputBlocks).mmul(t.x().transpose()));
        gradient.get(name + "Waa")
                .addi(dz(t, recurrentFrom, blocks).mmul(t.get(A_BEFORE).transpose()));
        gradient.get(name + "ba").addi(dz(t, 0, blocks).sum(true, 1));
    }
}
