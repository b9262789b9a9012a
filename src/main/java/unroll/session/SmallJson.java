package unroll.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.files.AtomicFile;

/**
 * A small JSON object in a file, for things that are handy and not precious: a damaged file reads as empty, a failed
 * write is logged. Changes that follow each other quickly are written once.
 */
public final class SmallJson {
    /** Nothing of ours comes near this; what is larger is not ours. */
    private static final long MAX_BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(SmallJson.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Executor writer;
    private final AtomicReference<ObjectNode> pending = new AtomicReference<>();

    /** @param writer does the writing */
    SmallJson(Path file, Executor writer) {
        this.file = file;
        this.writer = writer;
    }

    /** An empty one, to be filled and written. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** What the file holds; an empty object where it is missing, damaged or not ours. */
    public ObjectNode read() {
        try {
            if (Files.exists(file) && Files.size(file) <= MAX_BYTES) {
                JsonNode root = JSON.readTree(file.toFile());
                if (root instanceof ObjectNode object) {
                    return object;
                }
            }
        } catch (JsonProcessingException damaged) {
            LOG.warn("{} is damaged and starts anew.", file, damaged);
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read.", file, unreadable);
        }
        return object();
    }

    /** Writes this in the background, whole or not at all. */
    public void write(ObjectNode content) {
        if (pending.getAndSet(content) == null) {
            writer.execute(this::writePending);
        }
    }

    private void writePending() {
        ObjectNode content = pending.getAndSet(null);
        if (content == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
            AtomicFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            LOG.warn("{} cannot be written.", file, e);
        }
    }
}
