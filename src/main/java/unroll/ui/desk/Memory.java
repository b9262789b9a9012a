package unroll.ui.desk;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window remembers from one day to the next: zoom, theme, recent files. */
public final class Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private final Path file;
    private final Properties values = new Properties();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "window-memory");
        thread.setDaemon(true);
        return thread;
    });

    /** @param folder where the file lies; made when there is something to remember */
    public Memory(Path folder) {
        file = folder.resolve("window.properties");
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                values.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("The window starts with its usual looks: {} cannot be read.", file, e);
            }
        }
    }

    public Optional<String> recall(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    /** Remembers a value; it reaches the disk a moment later. */
    public void remember(String name, String value) {
        if (value.equals(values.getProperty(name))) {
            return;
        }
        values.setProperty(name, value);
        StringWriter text = new StringWriter();
        try {
            values.store(text, "What the window of Unroll remembers");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        writer.execute(() -> write(text.toString()));
    }

    private void write(String text) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "window", ".tmp");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The window's looks could not be remembered in {}.", file, e);
        }
    }
}
