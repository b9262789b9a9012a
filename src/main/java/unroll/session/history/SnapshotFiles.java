package unroll.session.history;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.files.AtomicFile;

/**
 * The files of a run's snapshots, a checkpoint each. Knows them by their names and never touches any other. What cannot be
 * deleted stays, since it harms nobody; the log says so.
 */
public final class SnapshotFiles {
    /** Their folder's name in the session's. */
    public static final String FOLDER = "history";

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFiles.class);
    private static final Pattern NAME = Pattern.compile("moment-([0-9]{12,18})\\.safetensors");

    /** What is left where the program was killed while it wrote one. */
    private static final Pattern STALE =
            Pattern.compile("\\.(" + NAME.pattern() + ")\\.[0-9]{1,18}-[0-9]{1,18}\\.unroll-tmp");

    private final Path folder;

    /** @param folder created when first needed */
    public SnapshotFiles(Path folder) {
        this.folder = folder;
    }

    Path of(long step) {
        return folder.resolve(String.format(Locale.ROOT, "moment-%012d.safetensors", step));
    }

    void prepare() throws IOException {
        Files.createDirectories(folder);
    }

    /** The steps of which there are files, ascending; first clears away what killed programs left. */
    public List<Long> steps() {
        List<Long> steps = new ArrayList<>();
        for (String name : names()) {
            Matcher file = NAME.matcher(name);
            Matcher stale = STALE.matcher(name);
            if (file.matches()) {
                steps.add(Long.parseLong(file.group(1)));
            } else if (stale.matches()) {
                AtomicFile.removeStaleFiles(folder.resolve(stale.group(1)));
            }
        }
        steps.sort(null);
        return steps;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                files.forEach(file -> names.add(String.valueOf(file.getFileName())));
            } catch (IOException | DirectoryIteratorException unreadable) {
                LOG.warn("{} cannot be read.", folder, unreadable);
            }
        }
        return names;
    }

    void delete(Iterable<Long> steps) {
        for (long step : steps) {
            try {
                Files.deleteIfExists(of(step));
            } catch (IOException stays) {
                LOG.warn("{} cannot be deleted.", of(step), stays);
            }
        }
    }

    /** Deletes all of them. */
    public void clear() {
        delete(steps());
    }
}
