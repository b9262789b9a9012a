package unroll.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unroll.message.ProblemException;

/**
 * Replaces files whole or not at all: the new content goes to a temporary file beside the old one, reaches the disk, and
 * only then takes the old one's name. Whoever reads sees the old file or the new one, never a part, even where the
 * process is killed or the power fails on the way.
 */
public final class AtomicFile {
    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
    private static final AtomicLong COUNTER = new AtomicLong();

    private AtomicFile() {}

    /** Writes the content of a file to a stream, which it need not close. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, replacing what was there. Where anything fails the old file is untouched and no temporary file
     * stays behind. A symbolic link is followed.
     *
     * @throws ProblemException with a sentence: folder missing, not writable, disk full
     */
    public static void write(Path file, Content content) {
        Path target = followLink(file.toAbsolutePath());
        OutputFile.requireFile(target);
        StaleTemporaryFiles stale = new StaleTemporaryFiles(target);
        if (Files.exists(target)) {
            // Before, because a full disk may need the room; only where the target stands, because without it a stale
            // temporary file may be the only whole copy.
            stale.remove();
        }
        try {
            replace(target, stale.newName(COUNTER.incrementAndGet()), content);
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
        stale.remove();
    }

    /** Removes what killed processes left half written beside a file; what a living one is writing stays. */
    public static void removeStaleFiles(Path file) {
        new StaleTemporaryFiles(file.toAbsolutePath()).remove();
    }

    private static Path followLink(Path file) {
        try {
            return OutputFile.real(file);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    private static void replace(Path target, Path temporary, Content content) throws IOException {
        StaleTemporaryFiles.begin(temporary);
        try {
            HeldFileRetry.REAL.run(temporary, () -> Files.createFile(temporary));
            writeThrough(temporary, content);
            replace(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
            StaleTemporaryFiles.end(temporary);
        }
        syncFolder(target);
    }

    /** A plain stream, not a channel: a channel would be closed half-way by an interrupt of the saving thread. */
    private static void writeThrough(Path temporary, Content content) throws IOException {
        try (FileOutputStream out = HeldFileRetry.REAL.run(temporary, () -> new FileOutputStream(temporary.toFile()))) {
            content.writeTo(out);
            out.flush();
            out.getFD().sync();
        }
    }

    private static void replace(Path temporary, Path target) throws IOException {
        try {
            move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            replaceInSteps(temporary, target);
        }
    }

    /**
     * Where the system has no atomic replacement (some network folders): the old file steps aside and comes back if the
     * new one cannot take its place. A kill in between leaves both contents whole under temporary names.
     */
    static void replaceInSteps(Path temporary, Path target) throws IOException {
        if (!Files.exists(target)) {
            move(temporary, target);
            return;
        }
        Path aside = new StaleTemporaryFiles(target).newName(COUNTER.incrementAndGet());
        move(target, aside);
        try {
            move(temporary, target);
        } catch (IOException e) {
            move(aside, target);
            throw e;
        }
        Files.delete(aside);
    }

    private static void move(Path from, Path to, CopyOption... options) throws IOException {
        HeldFileRetry.REAL.run(to, () -> Files.move(from, to, options));
    }

    /** Makes the new name itself survive a power failure, where the system lets a folder be opened. */
    private static void syncFolder(Path target) {
        try (FileChannel folder = FileChannel.open(target.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows opens no folders. The file itself is whole and synced; the name follows in the system's own time.
            LOG.debug("The folder of {} was not synced: {}", target, e.toString());
        }
    }
}
