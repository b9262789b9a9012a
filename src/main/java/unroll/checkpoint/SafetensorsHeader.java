package unroll.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import unroll.message.ProblemException;
import unroll.message.Reason;
import unroll.message.Wording;

/**
 * The header of a safetensors file, read strictly: exactly the members the format has, nothing twice, nothing else. It
 * walks the JSON without building a tree, so what it allocates is bounded by the header's own length.
 *
 * @param file it is in, for sentences
 * @param metadata in the file's order, without the checksum
 * @param tensors in the file's order, each name once
 */
record SafetensorsHeader(Path file, Map<String, String> metadata, Map<String, SafetensorsFile.Entry> tensors) {
    private static final int MAX_NESTING = 3;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxStringLength(SafetensorsWriter.MAX_HEADER)
                    .maxNumberLength(19)
                    .build())
            .build();

    /**
     * Reads a header.
     *
     * @param file for sentences
     * @param bytes of which the JSON starts at the given offset
     * @throws ProblemException where it is not of the format
     * @throws IOException where it is not JSON
     */
    static SafetensorsHeader parse(Path file, byte[] bytes, int offset) throws IOException {
        try (JsonParser json = JSON.createParser(bytes, offset, bytes.length - offset)) {
            SafetensorsHeader header = new SafetensorsHeader(file, new LinkedHashMap<>(), new LinkedHashMap<>());
            header.expect(json.nextToken() == JsonToken.START_OBJECT, "it does not start with {");
            String name;
            while ((name = json.nextFieldName()) != null) {
                header.readMember(name, json);
            }
            header.expect(json.currentToken() == JsonToken.END_OBJECT, "an entry has no name");
            header.expect(json.nextToken() == null, "something follows the last }");
            header.metadata.remove(Checksum.NAME);
            return header;
        }
    }

    private void readMember(String name, JsonParser json) throws IOException {
        expect(json.nextToken() == JsonToken.START_OBJECT, "an entry is not in { }");
        if (name.equals(SafetensorsWriter.METADATA)) {
            readMetadata(json);
        } else {
            tensors.put(name, readTensor(name, json));
        }
    }

    private void readMetadata(JsonParser json) throws IOException {
        String name;
        while ((name = json.nextFieldName()) != null) {
            String text = json.nextTextValue();
            if (text == null) {
                throw damaged("its metadata contains something other than text");
            }
            metadata.put(name, text);
        }
    }

    private SafetensorsFile.Entry readTensor(String name, JsonParser json) throws IOException {
        Tensor.DType dtype = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        String member;
        while ((member = json.nextFieldName()) != null) {
            switch (member) {
                case "dtype" -> dtype = dtype(json.nextTextValue());
                case "shape" -> shape = numbers(json, SafetensorsWriter.MAX_RANK);
                case "data_offsets" -> offsets = numbers(json, 2);
                default -> throw damaged("a tensor has an entry that the format does not define");
            }
        }
        if (dtype == null || shape == null || offsets == null || offsets.size() != 2) {
            throw damaged("a tensor lacks its type, shape or offsets");
        }
        return new SafetensorsFile.Entry(name, dtype, List.copyOf(shape), offsets.get(0), offsets.get(1));
    }

    private Tensor.DType dtype(@Nullable String name) {
        for (Tensor.DType dtype : Tensor.DType.values()) {
            if (dtype.name().equals(name)) {
                return dtype;
            }
        }
        throw damaged("a tensor has a type of number that Unroll does not use");
    }

    private List<Long> numbers(JsonParser json, int max) throws IOException {
        expect(json.nextToken() == JsonToken.START_ARRAY, "a shape or an offset is not in [ ]");
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT, "a shape or an offset is not a whole number");
            long number = json.getLongValue();
            expect(number >= 0, "a shape or an offset is negative");
            expect(numbers.size() < max, "a tensor has too many dimensions");
            numbers.add(number);
        }
        return numbers;
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw damaged(otherwise);
        }
    }

    private ProblemException damaged(String reason) {
        return Reason.DAMAGED_MODEL.exception(file, reason);
    }

    /**
     * Checks that the tensors fill the data exactly, one after the other without gap or overlap, each as long as its
     * shape says.
     *
     * @param dataBytes number of bytes after the header
     */
    void checkPlaces(long dataBytes) {
        List<SafetensorsFile.Entry> inOrder = new ArrayList<>(tensors.values());
        inOrder.sort(
                Comparator.comparingLong(SafetensorsFile.Entry::from).thenComparingLong(SafetensorsFile.Entry::to));
        long end = 0;
        for (SafetensorsFile.Entry tensor : inOrder) {
            expect(tensor.from() == end && tensor.to() >= end, "its tensors do not follow one another");
            expect(bytes(tensor) == tensor.to() - end, "the shape of a tensor does not match its offsets");
            end = tensor.to();
        }
        expect(end <= dataBytes, "it is cut off, %s short".formatted(Wording.count(end - dataBytes, "byte")));
        expect(end == dataBytes, "it is %s too long".formatted(Wording.count(dataBytes - end, "byte")));
    }

    /** Bytes that the shape asks for, or −1 where that is more than any file has. */
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
