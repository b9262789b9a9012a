package unroll.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * A named tensor on its way into a file.
 *
 * @param numbers in row-major order; read while the file is written
 */
public record Tensor(String name, DType dtype, List<Integer> shape, BufferFiller numbers) {
    private static final int BUFFER = 1 << 16;

    /** Puts count numbers from index on into a little-endian buffer with room for them. */
    @FunctionalInterface
    public interface BufferFiller {
        void put(int index, int count, ByteBuffer into);
    }

    /** Gives the numbers of a tensor that lies elsewhere in another order. */
    @FunctionalInterface
    public interface FloatSource {
        /** @param index place in row-major order */
        float at(int index);
    }

    public static Tensor of(String name, FloatSource numbers, int... shape) {
        return new Tensor(name, DType.F32, Arrays.stream(shape).boxed().toList(), (index, count, into) -> {
            for (int i = 0; i < count; i++) {
                into.putFloat(i * Float.BYTES, numbers.at(index + i));
            }
        });
    }

    public static Tensor of(String name, byte[] numbers) {
        return new Tensor(
                name,
                DType.U8,
                List.of(numbers.length),
                (index, count, into) -> into.slice().put(numbers, index, count));
    }

    private int count() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    long bytes() {
        return (long) count() * dtype.bytes();
    }

    void writeTo(OutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        int count = count();
        int step = buffer.capacity() / dtype.bytes();
        for (long index = 0; index < count; index += step) {
            int part = (int) Math.min(step, count - index);
            numbers.put((int) index, part, buffer);
            out.write(buffer.array(), 0, part * dtype.bytes());
        }
    }

    /** What a tensor's numbers are, by the names of the safetensors format. */
    public enum DType {
        F32(4),
        I32(4),
        I64(8),
        U8(1);

        private final int bytes;

        DType(int bytes) {
            this.bytes = bytes;
        }

        public int bytes() {
            return bytes;
        }
    }
}
