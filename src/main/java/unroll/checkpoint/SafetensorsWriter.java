package unroll.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
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

    /** Dimensions a tensor may have. */
    static final int MAX_RANK = 8;

    static final String METADATA = "__metadata__";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int PIECE = 1 << 16;

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
        ByteBuffer piece = ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
        Checksum checksum = new Checksum();
        checksum.update(header, header.length);
        for (Tensor tensor : tensors) {
            tensor.encode(piece, checksum::update);
        }
        checksum.stamp(header);
        out.write(header);
        for (Tensor tensor : tensors) {
            tensor.encode(piece, (bytes, length) -> out.write(bytes, 0, length));
        }
    }

    /** The length and the header, with a blank checksum. */
    private static byte[] header(List<Tensor> tensors, Map<String, String> metadata) throws IOException {
        byte[] json = json(tensors, metadata);
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

    private static byte[] json(List<Tensor> tensors, Map<String, String> metadata) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            writeMetadata(json, metadata);
            long from = 0;
            for (Tensor tensor : tensors) {
                writeEntry(json, tensor, from);
                from += tensor.bytes();
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeMetadata(JsonGenerator json, Map<String, String> metadata) throws IOException {
        json.writeObjectFieldStart(METADATA);
        json.writeStringField(Checksum.NAME, Checksum.OPEN);
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeEntry(JsonGenerator json, Tensor tensor, long from) throws IOException {
        json.writeObjectFieldStart(tensor.name());
        json.writeStringField("dtype", tensor.dtype().name());
        json.writeArrayFieldStart("shape");
        for (int size : tensor.shape()) {
            json.writeNumber(size);
        }
        json.writeEndArray();
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {from, from + tensor.bytes()}, 0, 2);
        json.writeEndObject();
    }
}
