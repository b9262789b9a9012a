package unroll.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A network's weights, or numbers of the same shapes such as their gradient: named tensors that lie one behind the other
 * in one flat vector, each column after column.
 */
public final class Parameters {
    /**
     * One tensor's place.
     *
     * @param name for example {@code layer0.Waa}
     * @param offset of its first entry in the flat vector
     */
    public record ParameterTensor(String name, int rows, int columns, int offset) {
        public int size() {
            return rows * columns;
        }
    }

    private final List<ParameterTensor> tensors;
    private final float[] values;
    private long version;

    private Parameters(List<ParameterTensor> tensors, int size) {
        this.tensors = List.copyOf(tensors);
        this.values = new float[size];
    }

    /** Zeros of the same shapes. */
    public Parameters likeThis() {
        return new Parameters(tensors, values.length);
    }

    /** In the order of the flat vector. */
    public List<ParameterTensor> tensors() {
        return tensors;
    }

    /** The tensor of this name. */
    public ParameterTensor tensor(String name) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no tensor named " + name + "."));
    }

    /** The flat vector itself, not a copy: each tensor column after column. Read only; see {@link #edit()}. */
    public float[] values() {
        return values;
    }

    /**
     * The flat vector, to be overwritten before anything reads it again: whoever holds a copy in another form, such as an
     * {@link Unroll}, makes it again before the next pass.
     */
    public float[] edit() {
        version++;
        return values;
    }

    /** Another number after every {@link #edit()}. */
    long version() {
        return version;
    }

    /** Collects the tensors of a network in order. */
    static final class ParameterLayout {
        private final List<ParameterTensor> tensors = new ArrayList<>();
        private long size;

        ParameterTensor add(String name, int rows, int columns) {
            ParameterTensor tensor = new ParameterTensor(name, rows, columns, Math.toIntExact(size));
            tensors.add(tensor);
            size += (long) rows * columns;
            return tensor;
        }

        List<ParameterTensor> tensors() {
            return List.copyOf(tensors);
        }

        Parameters allocate() {
            return new Parameters(tensors, Math.toIntExact(size));
        }
    }
}
