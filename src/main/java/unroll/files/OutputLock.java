package unroll.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.message.ProblemException;
import unroll.message.Reason;

/**
 * Makes sure that one run at a time writes to a file. The operating system holds the lock, so a program that is
 * killed leaves none behind. What is locked is a small hidden file beside the output, because the output itself is
 * replaced by another one with every save.
 */
public final class OutputLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutputLock.class);
    private static final String SUFFIX = ".unroll-lock";
    private static final int MARKS = 65_521;

    /** Beyond all content, because Windows lets nobody read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * The lock files of this process. They must not even be opened a second time: POSIX gives all locks of a process on a
     * file back as soon as it closes the file once.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final List<LockFile> held = new ArrayList<>();

    private record LockFile(Path path, FileChannel channel) {}

    private OutputLock() {}

    /**
     * Locks the places of outputs. Where a folder knows no locks the log says so, and nobody is kept out.
     *
     * @throws ProblemException with a sentence, where another run writes to one of these files, or nothing can be written
     *     beside it
     */
    public static OutputLock of(List<OutputFile> outputs) {
        OutputLock lock = new OutputLock();
        try {
            for (OutputFile output : outputs) {
                if (!lock.add(output)) {
                    throw held(output.path(), output.option());
                }
            }
            return lock;
        } catch (RuntimeException | Error refused) {
            lock.close();
            throw refused;
        }
    }

    private static ProblemException held(Path file, String option) {
        return Reason.HELD_BY_ANOTHER_RUN.exception(file, option);
    }

    /**
     * Locks the content of an open file until the channel closes, so that nobody else writes to it under another name, as a
     * hard link gives it. For files that are written in place. On POSIX the lock is gone as soon as this process closes
     * the same file once more, so nobody may open it meanwhile.
     *
     * @param option that names the file, for a sentence
     * @throws ProblemException where another run writes to it
     */
    public static void lockContent(FileChannel open, Path file, String option) {
        try {
            if (!isLocked(open)) {
                throw held(file, option);
            }
        } catch (NoLocksException e) {
            warnOfNoLocks(file, e);
        }
    }

    private static void warnOfNoLocks(Path file, NoLocksException reason) {
        LOG.warn("{} could not be locked ({}); let no other run write to it.", file, reason.getMessage());
    }

    private boolean add(OutputFile output) {
        try {
            Path target = OutputFile.real(output.path());
            return add(target.resolveSibling("." + target.getFileName() + SUFFIX));
        } catch (NoLocksException e) {
            warnOfNoLocks(output.path(), e);
            return true;
        } catch (NoSuchFileException e) {
            throw Reason.UNUSABLE_FOLDER.exception(
                    output.path(), String.valueOf(output.path().toAbsolutePath().getParent()), output.option());
        } catch (IOException e) {
            // The lock file could not be made, so nothing else can be made in this folder either.
            throw WriteFailure.of(output.path(), e);
        }
    }

    /** A file system without locks, as some network folders are. */
    private static final class NoLocksException extends IOException {
        private static final long serialVersionUID = 1;

        NoLocksException(IOException reason) {
            super(reason);
        }
    }

    /**
     * Locks a file that is made for that alone, and deleted at the end.
     *
     * @return null where another program, or this one, holds the lock
     */
    public static @Nullable OutputLock tryLock(Path file) throws IOException {
        OutputLock lock = new OutputLock();
        return lock.add(file) ? lock : null;
    }

    private boolean add(Path file) throws IOException {
        Path real = OutputFile.real(file);
        if (!OWN.add(real)) {
            return false;
        }
        FileChannel channel = null;
        try {
            channel = tryOpen(real);
        } finally {
            if (channel == null) {
                OWN.remove(real);
            }
        }
        if (channel != null) {
            held.add(new LockFile(real, channel));
        }
        return channel != null;
    }

    /** An open channel that holds the lock, or null. */
    private static @Nullable FileChannel tryOpen(Path file) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean locked = false;
            boolean current = false;
            try {
                locked = isLocked(channel);
                current = locked && isStillAt(file, channel);
            } catch (IOException e) {
                if (locked) {
                    Files.deleteIfExists(file); // a full disk took the file, but not its mark
                }
                throw e;
            } finally {
                if (!current) {
                    channel.close();
                }
            }
            if (current) {
                return channel;
            }
            if (!locked) {
                return null;
            }
        }
    }

    private static boolean isLocked(FileChannel channel) throws NoLocksException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false; // this process holds it, by another channel
        } catch (IOException e) {
            throw new NoLocksException(e);
        }
    }

    /**
     * Whether the locked file still has its name: the one who held the lock before may have deleted it after it was opened
     * here. A length that no other process gives its own tells; looking at it opens nothing.
     */
    private static boolean isStillAt(Path file, FileChannel channel) throws IOException {
        long mark = 1 + (ProcessHandle.current().pid() * 31 + COUNTER.incrementAndGet()) % MARKS;
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), mark - 1);
        return Files.exists(file) && Files.size(file) == mark;
    }

    @Override
    public void close() {
        for (LockFile lock : held) {
            try (FileChannel channel = lock.channel()) {
                // While it is locked, so that nobody else's lock is deleted.
                Files.deleteIfExists(lock.path());
            } catch (IOException e) {
                LOG.warn("{} could not be given back before the end of the program.", lock.path(), e);
            } finally {
                OWN.remove(lock.path());
            }
        }
        held.clear();
    }
}
