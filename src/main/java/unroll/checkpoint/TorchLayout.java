package unroll.checkpoint;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import unroll.cell.Cell;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.Parameters;

/**
 * A network's weights under PyTorch's names and in PyTorch's order: {@code rnn.weight_ih_l0} [torchBlocks·n_a × n_x],
 * {@code rnn.weight_hh_l0} [torchBlocks·n_a × n_a], {@code rnn.bias_ih_l0}, {@code rnn.bias_hh_l0} [torchBlocks·n_a] for
 * every layer, with {@code _reverse} behind them for its second direction, {@code out.weight} [V × n_a] and {@code out.bias}
 * [V], all row-major. An encoder's begin with {@code encoder.} instead of {@code rnn.}; where layers are bidirectional, what reads
 * them is 2·n_a wide.
 *
 * <p>Nothing is copied: it only knows where in our flat vector each of PyTorch's numbers lies. PyTorch has two biases where
 * we have their sum; ours goes to {@code bias_ih}, and {@code bias_hh} is 0 except in blocks that the input does not reach
 * (the GRU's candidate).
 */
final class TorchLayout {
    /** The place of a number that is 0 in PyTorch's tensor and not in our vector. */
    private static final int NOWHERE = -1;

    /**
     * One of PyTorch's tensors.
     *
     * @param shape one or two dimensions
     * @param place from the row-major index to the index in our flat vector, or {@link #NOWHERE}
     */
    private record Entry(String name, int[] shape, IntUnaryOperator place) {}

    private final NetworkSpec spec;
    private final Cell cell;
    private final List<Entry> entries = new ArrayList<>();

    TorchLayout(NetworkSpec spec) {
        this.spec = spec;
        this.cell = spec.kind();
        Iterator<Parameters.ParameterTensor> tensors = Network.tensors(spec).iterator();
        if (spec.hasEncoder()) {
            addLayers("encoder.", tensors);
        }
        addLayers("rnn.", tensors);
        addMatrix("out.weight", tensors.next(), row -> row);
        addVector("out.bias", tensors.next(), spec.outputs(), row -> row);
    }

    private void addLayers(String module, Iterator<Parameters.ParameterTensor> tensors) {
        for (int layer = 0; layer < spec.layers(); layer++) {
            for (String direction :
                    List.of("", "_reverse").subList(0, spec.directions().count())) {
                addLayer(module, "_l" + layer + direction, tensors);
            }
        }
    }

    /** @param tensors Wax, Waa and ba come next */
    private void addLayer(String module, String suffix, Iterator<Parameters.ParameterTensor> tensors) {
        int rows = cell.torchBlocks().size() * spec.hidden();
        addMatrix(module + "weight_ih" + suffix, tensors.next(), row -> at(inputBlock(row), row));
        addMatrix(module + "weight_hh" + suffix, tensors.next(), row -> at(recurrentBlock(row), row));
        Parameters.ParameterTensor bias = tensors.next();
        addVector(module + "bias_ih" + suffix, bias, rows, row -> at(inputBlock(row), row));
        addVector(module + "bias_hh" + suffix, bias, rows, this::recurrentBiasRow);
    }

    private String torchBlock(int row) {
        return cell.torchBlocks().get(row / spec.hidden());
    }

    private int inputBlock(int row) {
        return cell.inputBlocks().indexOf(torchBlock(row));
    }

    private int recurrentBlock(int row) {
        return cell.recurrentBlocks().indexOf(torchBlock(row));
    }

    /** Our row for PyTorch's row, given our block. */
    private int at(int block, int row) {
        return block * spec.hidden() + row % spec.hidden();
    }

    private int recurrentBiasRow(int row) {
        int block = cell.recurrentFrom() + recurrentBlock(row);
        return block < cell.inputBlocks().size() ? NOWHERE : at(block, row);
    }

    /** A matrix whose rows are in another order; ours lies column after column. */
    private void addMatrix(String name, Parameters.ParameterTensor tensor, IntUnaryOperator ourRow) {
        int columns = tensor.columns();
        entries.add(new Entry(
                name,
                new int[] {tensor.rows(), columns},
                index -> tensor.offset() + index % columns * tensor.rows() + ourRow.applyAsInt(index / columns)));
    }

    private void addVector(String name, Parameters.ParameterTensor tensor, int rows, IntUnaryOperator ourRow) {
        entries.add(new Entry(name, new int[] {rows}, index -> {
            int row = ourRow.applyAsInt(index);
            return row == NOWHERE ? NOWHERE : tensor.offset() + row;
        }));
    }

    /**
     * Numbers of the weights' shapes as PyTorch's tensors.
     *
     * @param prefix before each name
     * @param values flat, as {@link Parameters#values()}; read when the tensors are written
     */
    List<Tensor> tensors(String prefix, float[] values) {
        return entries.stream()
                .map(entry -> Tensor.of(
                        prefix + entry.name,
                        index -> {
                            int place = entry.place.applyAsInt(index);
                            return place == NOWHERE ? 0 : values[place];
                        },
                        entry.shape))
                .toList();
    }

    /** Makes sure that a file has all tensors under this prefix, before anything is allocated for them. */
    void require(SafetensorsFile file, String prefix) {
        for (Entry entry : entries) {
            file.require(prefix + entry.name, Tensor.DType.F32, entry.shape);
        }
    }

    /** The flat vector of the tensors under this prefix. */
    float[] values(SafetensorsFile file, String prefix) {
        require(file, prefix);
        float[] values = new float[(int) spec.parameters()];
        for (Entry entry : entries) {
            file.floats(
                    prefix + entry.name,
                    (index, number) -> put(values, entry.place.applyAsInt(index), number),
                    entry.shape);
        }
        return values;
    }

    /** Gives the numbers of a tensor by the name and shape that it has in this layout. */
    @FunctionalInterface
    interface Numbers {
        float[] of(String name, int... shape);
    }

    /** The flat vector of weights that PyTorch itself made: where we have one bias, the sum of its two. */
    float[] sums(Numbers numbers) {
        float[] values = new float[(int) spec.parameters()];
        Map<String, Entry> byName = entries.stream().collect(Collectors.toMap(Entry::name, entry -> entry));
        for (Entry entry : entries) {
            float[] given = numbers.of(entry.name, entry.shape);
            Entry sum = Objects.requireNonNull(byName.get(entry.name.replace("bias_hh", "bias_ih")));
            for (int i = 0; i < given.length; i++) {
                int place = entry.place.applyAsInt(i);
                values[place == NOWHERE ? sum.place.applyAsInt(i) : place] += given[i];
            }
        }
        return values;
    }

    private static void put(float[] values, int place, float number) {
        if (place != NOWHERE) {
            values[place] = number;
        }
    }
}
