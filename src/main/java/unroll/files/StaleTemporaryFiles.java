package unroll.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The temporary files of one target: {@code .<name>.<process>-<number>.unroll-tmp}. One whose process no longer lives
 * was left by a kill and may go; one that another thread or process is writing may not.
 */
final class StaleTemporaryFiles {
    private static final Logger LOG = LoggerFactory.getLogger(StaleTemporaryFiles.class);
    private static final String SUFFIX = ".unroll-tmp";
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final String prefix;

    /** @param target absolute, so that it has a folder */
    StaleTemporaryFiles(Path target) {
        this.folder = target.resolveSibling("");
        this.prefix = "." + target.getFileName() + ".";
    }

    static void begin(Path temporary) {
        IN_USE.add(temporary);
    }

    static void end(Path temporary) {
        IN_USE.remove(temporary);
    }

    Path newName(long number) {
        return folder.resolve(prefix + ProcessHandle.current().pid() + "-" + number + SUFFIX);
    }

    /** Removes what killed processes left; what cannot be removed stays for the next time, since it harms nobody. */
    void remove() {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, this::isStale)) {
            for (Path stale : found) {
                Files.deleteIfExists(stale);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("Temporary files in {} stay: {}", folder, e.toString());
        }
    }

    private boolean isStale(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(prefix) || !name.endsWith(SUFFIX) || name.length() < prefix.length() + SUFFIX.length()) {
            return false;
        }
        String processAndNumber = name.substring(prefix.length(), name.length() - SUFFIX.length());
        return processAndNumber.matches("[0-9]{1,18}-[0-9]{1,18}")
                && !isInUse(file, Long.parseLong(processAndNumber.substring(0, processAndNumber.indexOf('-'))));
    }

    private static boolean isInUse(Path file, long process) {
        return process == ProcessHandle.current().pid()
                ? IN_USE.contains(file)
                : ProcessHandle.of(process).isPresent();
    }
}
