package unroll.checkpoint;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unroll.message.Damage;
import unroll.message.ProblemException;
import unroll.message.Wording;

/**
 * The header of a safetensors file, read strictly: exactly the members the format has, nothing twice, nothing else. What it
 * allocates is bounded by the header's own length.
 */
final class SafetensorsHeader {
    static final String METADATA = "__metadata__";

    private static final int MAX_RANK = 8;

    /**
     * A tensor's entry, by the names of the format.
     *
     * @param offsets first byte after the header, and the byte after the last
     */
    record TensorEntry(
            Tensor.DType dtype,
            long[] shape,
            @JsonProperty("data_offsets") long[] offsets) {
        TensorEntry {
            if (shape.length > MAX_RANK || offsets.length != 2) {
                throw new IllegalArgumentException("A tensor has 8 dimensions at most, and two offsets.");
            }
        }
    }

    @JsonProperty(METADATA)
    @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private final Map<String, SafetensorsFile.Entry> tensors = new LinkedHashMap<>();

    private SafetensorsHeader() {}

    @JsonAnySetter
    private void add(String name, @Nullable TensorEntry entry) {
        if (entry == null) {
            throw new IllegalArgumentException("A tensor has an entry.");
        }
        List<Long> shape = Arrays.stream(entry.shape).boxed().toList();
        tensors.put(name, new SafetensorsFile.Entry(name, entry.dtype, shape, entry.offsets[0], entry.offsets[1]));
    }

    /**
     * Reads a header.
     *
     * @param file for sentences
     * @param bytes of which the JSON starts at the given offset
     * @throws ProblemException where it is not of the format
     */
    static SafetensorsHeader parse(Path file, byte[] bytes, int offset) throws IOException {
        try {
            SafetensorsHeader header =
                    MetadataJson.MAPPER.readValue(bytes, offset, bytes.length - offset, SafetensorsHeader.class);
            if (header == null) {
                throw Damage.HEADER_NOT_JSON.exception(file);
            }
            header.metadata.remove(Checksum.NAME);
            return header;
        } catch (JsonProcessingException e) {
            String place = MetadataJson.path(e);
            throw place.isEmpty()
                    ? Damage.HEADER_NOT_JSON.exception(file)
                    : Damage.MALFORMED_HEADER.exception(file, Wording.quote(place));
        }
    }

    /** In the file's order, without the checksum. */
    Map<String, String> metadata() {
        return metadata;
    }

    /** In the file's order, each name once. */
    Map<String, SafetensorsFile.Entry> tensors() {
        return tensors;
    }

    /**
     * Checks that the tensors fill the data exactly, one after the other without gap or overlap, each as long as its
     * shape says.
     *
     * @param file for sentences
     * @param dataBytes number of bytes after the header
     */
    void checkPlaces(Path file, long dataBytes) {
        List<SafetensorsFile.Entry> inOrder = tensors.values().stream()
                .sorted(Comparator.comparingLong(SafetensorsFile.Entry::from)
                        .thenComparingLong(SafetensorsFile.Entry::to))
                .toList();
        long end = 0;
        for (SafetensorsFile.Entry tensor : inOrder) {
            if (tensor.from() != end || tensor.to() < end) {
                throw Damage.TENSORS_APART.exception(file);
            } else if (bytes(tensor) != tensor.to() - end) {
                throw Damage.SHAPE_AND_OFFSETS.exception(file);
            }
            end = tensor.to();
        }
        if (end > dataBytes) {
            throw Damage.CUT_OFF.exception(file, Wording.count(end - dataBytes, "byte"));
        } else if (end < dataBytes) {
            throw Damage.TOO_LONG.exception(file, Wording.count(dataBytes - end, "byte"));
        }
    }

    /** Bytes that the shape asks for, or −1 where that is more than any file has, or none at all. */
    private static long bytes(SafetensorsFile.Entry tensor) {
        long bytes = tensor.dtype().bytes();
        for (long size : tensor.shape()) {
            if (Math.multiplyHigh(bytes, size) != 0 || bytes * size < 0) {
                return -1;
            }
            bytes *= size;
        }
        return bytes;
    }
}
