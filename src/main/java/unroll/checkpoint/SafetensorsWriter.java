package unroll.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a safetensors file: the header's length as 8 little-endian bytes, the header as JSON padded with spaces, then
 * the tensors' numbers, little-endian, one tensor after the other.
 *
 * <p>The first entry of the metadata is a checksum, see {@link Checksum}: any change of any byte is noticed by
 * {@link SafetensorsFile}; to other programs it is a string like any other.
 */
public final class SafetensorsWriter {
    /** Longest header, in bytes; the largest vocabulary with a long run's curves stays far below it. */
    static final int MAX_HEADER = 16 << 20;

    private SafetensorsWriter() {}

    /**
     * Writes tensors and metadata; nothing is copied whole. The arrays must not change meanwhile: they are read twice,
     * first for the checksum.
     *
     * @param tensors with distinct names
     * @throws IOException from the stream, or where a name occurs twice
     * @throws IllegalArgumentException where the header would be longer than 16 MB
     */
    public static void write(OutputStream out, List<Tensor> tensors, Map<String, String> metadata) throws IOException {
        byte[] header = header(tensors, metadata);
        Checksum checksum = new Checksum();
        write(checksum, header, tensors);
        checksum.stamp(header);
        write(out, header, tensors);
    }

    private static void write(OutputStream out, byte[] header, List<Tensor> tensors) throws IOException {
        out.write(header);
        for (Tensor tensor : tensors) {
            tensor.writeTo(out);
        }
    }

    /** The length and the header, with a blank checksum. */
    private static byte[] header(List<Tensor> tensors, Map<String, String> metadata) throws IOException {
        byte[] json = MetadataJson.MAPPER.writeValueAsBytes(entries(tensors, metadata));
        int length = (json.length + 7) / 8 * 8; // so that the numbers start at a multiple of 8
        if (length > MAX_HEADER) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "The header takes %d bytes; at most %d are allowed.", length, MAX_HEADER));
        }
        byte[] header = new byte[Long.BYTES + length];
        ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(json);
        Arrays.fill(header, Long.BYTES + json.length, header.length, (byte) ' ');
        return header;
    }

    private static Map<String, Object> entries(List<Tensor> tensors, Map<String, String> metadata) throws IOException {
        Map<String, String> withChecksum = new LinkedHashMap<>(Map.of(Checksum.NAME, Checksum.OPEN));
        withChecksum.putAll(metadata);
        Map<String, Object> entries = new LinkedHashMap<>(Map.of(SafetensorsHeader.METADATA, withChecksum));
        long from = 0;
        for (Tensor tensor : tensors) {
            long to = from + tensor.bytes();
            long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
            var entry = new SafetensorsHeader.TensorEntry(tensor.dtype(), shape, new long[] {from, to});
            if (entries.put(tensor.name(), entry) != null) {
                throw new IOException("Two tensors are named " + tensor.name() + ".");
            }
            from = to;
        }
        return entries;
    }
}
