package unroll.session.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.files.OutputLock;

/**
 * Where one running program keeps its run: the session's folder, or, while another program keeps its own there, one of the
 * folders {@code 2}, {@code 3} and so on in it. The operating system holds the lock, so a program that is killed leaves none behind.
 */
public final class RunFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
    private static final String LOCK = "in-use.lock";

    private final Path path;
    private final @Nullable OutputLock held;

    private RunFolder(Path path, @Nullable OutputLock held) {
        this.path = path;
        this.held = held;
    }

    /**
     * Takes the free folder that was saved to last, so that after several programs at once the next one goes on with the
     * latest run. Where nothing can be locked, the first one is used all the same.
     */
    public static RunFolder claim(Path home) {
        try {
            for (Path folder : latestFirst(home)) {
                Files.createDirectories(folder);
                OutputLock held = OutputLock.tryLock(folder.resolve(LOCK));
                if (held != null) {
                    return new RunFolder(folder, held);
                }
            }
            throw new IOException("All folders for runs in %s are in use.".formatted(home));
        } catch (IOException | UnsupportedOperationException refused) {
            RunFolder unlocked = new RunFolder(home, null);
            String sentence = unlocked.isWritable()
                    ? "The folder {} cannot be locked ({}): open one Unroll at a time, or they share one autosave."
                    : "Runs and settings are not saved, because the folder {} cannot be used ({}).";
            LOG.warn(sentence, home, refused.toString());
            return unlocked;
        }
    }

    /** Those that are there, and one more. */
    private static List<Path> latestFirst(Path home) {
        List<Path> folders = new ArrayList<>();
        Path next = home;
        while (Files.isDirectory(next)) {
            folders.add(next);
            next = home.resolve(Integer.toString(folders.size() + 1));
        }
        // A stable order: where nothing was saved, the first one comes first.
        folders.sort(Comparator.comparingLong(RunFolder::savedAt).reversed());
        folders.add(next);
        return folders;
    }

    /** Milliseconds since 1970; 0 where nothing was saved. */
    private static long savedAt(Path folder) {
        return folder.resolve(Autosave.FILE).toFile().lastModified();
    }

    public Path path() {
        return path;
    }

    /** Whether runs can be saved here. */
    public boolean isWritable() {
        return Files.isDirectory(path) && Files.isWritable(path);
    }

    /** Gives the folder back. */
    @Override
    public void close() {
        if (held != null) {
            held.close();
        }
    }
}
