package unroll.checkpoint;

import java.util.List;

/**
 * Where a tensor lies in a file.
 *
 * @param from first byte, counted from the end of the header
 * @param to byte after the last
 */
public record TensorInfo(String name, DType dtype, List<Long> shape, long from, long to) {
    /** Number of numbers. */
    public long count() {
        return (to - from) / dtype.bytes();
    }
}
