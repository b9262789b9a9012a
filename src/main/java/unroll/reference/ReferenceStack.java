package unroll.reference;

import static unroll.reference.ReferenceMath.zeros;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import unroll.network.Direction;
import unroll.network.NetworkSpec;
import unroll.network.Unroll;

/**
 * Layers over one another, through all steps of a pass. A layer reads x&lt;t&gt; or a&lt;t&gt; of the layer below, both directions one
 * above the other where there are two. Rows are as in a {@link ReferenceState}, tapes lie [t][row].
 */
final class ReferenceStack {
    private final int symbols;
    private final int hidden;
    private final int directions;
    private final List<ReferenceLayer> rows = new ArrayList<>();

    /**
     * @param prefix before the names of its tensors
     * @param symbols how many the lowest layer reads
     */
    ReferenceStack(NetworkSpec spec, String prefix, int symbols, ReferenceWeights weights) {
        this.symbols = symbols;
        hidden = spec.hidden();
        directions = spec.directions().count();
        for (int layer = 0; layer < spec.layers(); layer++) {
            for (Direction direction : spec.directions().each()) {
                String name = prefix + "layer" + layer + (direction == Direction.BACKWARD ? ".reverse." : ".");
                rows.add(new ReferenceLayer(spec, name, direction, weights));
            }
        }
    }

    /** The steps in the order in which a direction reads them. */
    private static int[] order(Direction direction, int steps) {
        return IntStream.range(0, steps)
                .map(i -> direction == Direction.FORWARD ? i : steps - 1 - i)
                .toArray();
    }

    /**
     * The forward pass.
     *
     * @param inputs x&lt;t&gt; of each column, [t][b], or {@link Unroll#PAD}
     * @param start s&lt;0&gt;
     */
    List<List<LayerTape>> forward(int[][] inputs, ReferenceState start) {
        List<INDArray> x = Arrays.stream(inputs)
                .map(columns -> ReferenceMath.oneHot(columns, symbols, Unroll.PAD))
                .toList();
        List<List<LayerTape>> tapes = new ArrayList<>();
        x.forEach(each -> tapes.add(new ArrayList<>()));
        for (int row = 0; row < rows.size(); row++) {
            if (row > 0 && row % directions == 0) {
                x = tapes.stream().map(this::top).toList();
            }
            List<INDArray> state = start.row(row);
            for (int t : order(rows.get(row).direction, inputs.length)) {
                LayerTape tape = new LayerTape(x.get(t), mask(inputs[t]));
                rows.get(row).forward(tape, state);
                state = rows.get(row).after(tape);
                tapes.get(t).add(tape);
            }
        }
        return tapes;
    }

    /** m&lt;t&gt;, [1 × B], or null where it is 1 everywhere. */
    private static @Nullable INDArray mask(int[] columns) {
        double[] mask = Arrays.stream(columns)
                .mapToDouble(symbol -> symbol == Unroll.PAD ? 0 : 1)
                .toArray();
        return Arrays.stream(mask).allMatch(m -> m == 1) ? null : ReferenceMath.matrix(mask, 1);
    }

    /** a&lt;t&gt; of the highest layer so far, its directions one above the other. */
    INDArray top(List<LayerTape> step) {
        List<LayerTape> top = step.subList(step.size() - directions, step.size());
        return ReferenceMath.stacked(
                top.stream().map(t -> t.get(Variable.after("a"))).toList());
    }

    /** s&lt;T&gt;, of layers that read from the first step to the last. */
    ReferenceState end(List<LayerTape> lastStep) {
        return new ReferenceState(IntStream.range(0, rows.size())
                .mapToObj(row -> rows.get(row).after(lastStep.get(row)))
                .toList());
    }

    /**
     * The backward pass.
     *
     * @param dTop ∂L/∂ of what {@link #top} gave at each step
     * @param end ∂L/∂s&lt;T&gt;, as far as it comes from behind the pass
     */
    List<List<LayerTape>> backward(List<List<LayerTape>> forward, List<INDArray> dTop, ReferenceState end) {
        LayerTape[][] tapes = new LayerTape[forward.size()][rows.size()];
        List<INDArray> da = dTop;
        for (int level = rows.size() - directions; level >= 0; level -= directions) {
            List<INDArray> dx = new ArrayList<>();
            forward.forEach(
                    step -> dx.add(zeros(hidden * directions, step.get(0).columns())));
            for (int row = level; row < level + directions; row++) {
                backward(row, forward, half(da, row - level), end.row(row), tapes);
                for (int t = 0; level > 0 && t < tapes.length; t++) { // symbols have no gradient
                    dx.get(t).addi(rows.get(row).inputGradient(tapes[t][row]));
                }
            }
            da = dx;
        }
        return Arrays.stream(tapes).map(List::of).toList();
    }

    private void backward(
            int row, List<List<LayerTape>> forward, List<INDArray> da, List<INDArray> end, LayerTape[][] tapes) {
        ReferenceLayer layer = rows.get(row);
        List<INDArray> next = end;
        int[] order = order(layer.direction, tapes.length);
        for (int i = order.length - 1; i >= 0; i--) {
            int t = order[i];
            tapes[t][row] = layer.backward(forward.get(t).get(row), da.get(t), next);
            next = layer.beforeGradient(tapes[t][row]);
        }
    }

    /** The rows of one direction. */
    private List<INDArray> half(List<INDArray> both, int direction) {
        return both.stream()
                .map(each -> ReferenceMath.rows(each, direction * hidden, (direction + 1) * hidden))
                .toList();
    }

    /** ∂L/∂s&lt;0&gt; of a backward pass. */
    ReferenceState startGradient(List<List<LayerTape>> tapes) {
        return new ReferenceState(IntStream.range(0, rows.size())
                .mapToObj(row -> {
                    int first = order(rows.get(row).direction, tapes.size())[0];
                    return rows.get(row).beforeGradient(tapes.get(first).get(row));
                })
                .toList());
    }

    /** Adds a step's part in the gradient of every weight. */
    void addGradient(List<LayerTape> step, ReferenceWeights gradient) {
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).addGradient(step.get(row), gradient);
        }
    }
}
