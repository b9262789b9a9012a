package unroll.session;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.files.AtomicFile;
import unroll.message.ProblemException;

/**
 * A small JSON object in a file, for things that are handy and not precious: a damaged file reads as empty, a failed
 * write is only noted in the log. Changes that follow each other quickly are written once. Objects are maps, arrays are lists.
 * Every start reads such files, so they are read token by token: Jackson's data binding takes a tenth of a second to load.
 */
public final class SmallJson {
    /** Nothing of ours comes near this; what is larger is not ours. */
    private static final long MAX_BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(SmallJson.class);
    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final Executor writer;
    private final AtomicReference<@Nullable Map<String, ?>> pending = new AtomicReference<>();

    /** @param writer does the writing */
    SmallJson(Path file, Executor writer) {
        this.file = file;
        this.writer = writer;
    }

    /** What the file holds; an empty object where it is missing, damaged or not ours. */
    public Map<String, @Nullable Object> read() {
        try {
            if (Files.exists(file) && Files.size(file) <= MAX_BYTES) {
                return readObject();
            }
        } catch (JacksonException damaged) {
            LOG.warn("{} is damaged and starts empty: {}", file, damaged.getOriginalMessage());
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read: {}", file, unreadable.toString());
        }
        return Map.of();
    }

    private Map<String, @Nullable Object> readObject() throws IOException {
        try (JsonParser in = JSON.createParser(file.toFile())) {
            return in.nextToken() == JsonToken.START_OBJECT ? object(in) : Map.of();
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser in) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            fields.put(name, value(in));
        }
        return fields;
    }

    private static @Nullable Object value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getNumberValue();
            case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
            default -> null;
        };
    }

    private static List<@Nullable Object> array(JsonParser in) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(in));
        }
        return elements;
    }

    /** Writes this in the background, whole or not at all. It is not to be changed from now on. */
    public void write(Map<String, ?> content) {
        if (pending.getAndSet(content) == null) {
            writer.execute(this::writePending);
        }
    }

    private void writePending() {
        Map<String, ?> content = pending.getAndSet(null);
        if (content == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, bytes -> {
                try (JsonGenerator out = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
                    out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).setPrettyPrinter(new DefaultPrettyPrinter());
                    writeValue(out, content);
                }
            });
        } catch (IOException | ProblemException e) {
            // Not a warning: where the folder cannot be written, RunFolder has said so.
            LOG.info("{} cannot be written: {}", file, e.toString());
        }
    }

    private static void writeValue(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            out.writeStartObject();
            for (Map.Entry<?, ?> field : object.entrySet()) {
                out.writeFieldName(String.valueOf(field.getKey()));
                writeValue(out, field.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> elements) {
            out.writeStartArray();
            for (Object element : elements) {
                writeValue(out, element);
            }
            out.writeEndArray();
        } else {
            out.writeObject(value);
        }
    }
}
