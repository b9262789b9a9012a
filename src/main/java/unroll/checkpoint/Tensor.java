package unroll.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * A named tensor on its way into a file. Numbers are in row-major order; the array is read while the file is written and
 * never changed.
 */
public final class Tensor {
    private final String name;
    private final DType dtype;
    private final List<Integer> shape;
    private final Slice slice;
    private final int count;

    /** Puts count numbers from index on into a little-endian buffer with room for them. */
    @FunctionalInterface
    private interface Slice {
        void put(int index, int count, ByteBuffer into);
    }

    private Tensor(String name, DType dtype, int[] shape, Slice slice) {
        this.name = name;
        this.dtype = dtype;
        this.shape = Arrays.stream(shape).boxed().toList();
        this.count = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        this.slice = slice;
    }

    /** Gives the numbers of a tensor that lies elsewhere in another order. */
    @FunctionalInterface
    public interface FloatSource {
        /** @param index place in row-major order */
        float at(int index);
    }

    public static Tensor of(String name, FloatSource numbers, int... shape) {
        return new Tensor(name, DType.F32, shape, (index, count, into) -> {
            for (int i = 0; i < count; i++) {
                into.putFloat(i * Float.BYTES, numbers.at(index + i));
            }
        });
    }

    /** A tensor of one dimension. */
    public static Tensor of(String name, byte[] numbers) {
        return new Tensor(
                name,
                DType.U8,
                new int[] {numbers.length},
                (index, count, into) -> into.slice().put(numbers, index, count));
    }

    public String name() {
        return name;
    }

    public DType dtype() {
        return dtype;
    }

    public List<Integer> shape() {
        return shape;
    }

    long bytes() {
        return (long) count * dtype.bytes();
    }

    /** Sends the numbers piece by piece through a little-endian array-backed buffer, which is clear before and after. */
    <E extends Exception> void encode(ByteBuffer piece, Piece<E> sink) throws E {
        int step = piece.capacity() / dtype.bytes();
        for (int index = 0; index < count; index += step) {
            int part = Math.min(step, count - index);
            slice.put(index, part, piece);
            sink.accept(piece.array(), part * dtype.bytes());
            if (count - index <= step) {
                return; // before index + step could overflow
            }
        }
    }

    /** Takes the first length bytes of an array. */
    @FunctionalInterface
    interface Piece<E extends Exception> {
        void accept(byte[] bytes, int length) throws E;
    }

    /** What a tensor's numbers are, by the names of the safetensors format. */
    public enum DType {
        /** 32-bit IEEE 754. */
        F32(4),
        /** 32-bit signed. */
        I32(4),
        /** 64-bit signed. */
        I64(8),
        /** 8-bit unsigned. */
        U8(1);

        private final int bytes;

        DType(int bytes) {
            this.bytes = bytes;
        }

        /** Bytes of one number. */
        public int bytes() {
            return bytes;
        }
    }
}
