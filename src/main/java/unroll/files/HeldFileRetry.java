package unroll.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tries again for two seconds where another process holds a file. On Windows virus scanners, indexers and backups open a
 * file just when it was written, and for that moment it can be neither opened nor replaced.
 *
 * <p>Only where that can be the reason: a file system with POSIX permissions lets a held file be replaced, and what it
 * refuses it will refuse in two seconds as well.
 */
public final class HeldFileRetry {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long PAUSE_MILLIS = 50;

    /** The clock and the pause of this machine. */
    public static final HeldFileRetry REAL = new HeldFileRetry(System::nanoTime, TimeUnit.MILLISECONDS::sleep);

    private final LongSupplier nanos;
    private final Pause pause;

    /** Waits; where the thread is interrupted meanwhile it says so. */
    @FunctionalInterface
    interface Pause {
        void millis(long millis) throws InterruptedException;
    }

    /** What is tried; it may be done several times. */
    @FunctionalInterface
    public interface Attempt<T> {
        T make() throws IOException;
    }

    /** @param nanos a clock that only ever grows */
    HeldFileRetry(LongSupplier nanos, Pause pause) {
        this.nanos = nanos;
        this.pause = pause;
    }

    /**
     * Makes an attempt, and others while the file may be held.
     *
     * @param file that is opened or replaced
     * @throws IOException of the last attempt
     */
    public <T> T run(Path file, Attempt<T> attempt) throws IOException {
        long began = nanos.getAsLong();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return attempt.make();
                } catch (IOException refused) {
                    if (!mayBeHeld(file, refused) || nanos.getAsLong() - began >= PATIENCE_NANOS) {
                        throw refused;
                    }
                }
                try {
                    pause.millis(PAUSE_MILLIS);
                } catch (InterruptedException e) {
                    // A save is finished all the same; whoever waits for the thread hears of it afterwards.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean mayBeHeld(Path file, IOException refused) {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        if (refused instanceof FileNotFoundException) {
            return Files.exists(file); // what streams say where a file cannot be opened
        }
        return refused instanceof FileSystemException && !isAboutNames(refused);
    }

    /** Refusals that have a type of their own have another reason. */
    private static boolean isAboutNames(IOException refused) {
        return refused instanceof NoSuchFileException
                || refused instanceof FileAlreadyExistsException
                || refused instanceof NotDirectoryException
                || refused instanceof DirectoryNotEmptyException
                || refused instanceof AtomicMoveNotSupportedException;
    }
}
