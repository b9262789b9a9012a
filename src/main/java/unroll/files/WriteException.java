package unroll.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** A file that cannot be written; the message is a full sentence for the user: what, why, what to do. */
public final class WriteException extends IOException {
    private static final long serialVersionUID = 1;

    public WriteException(String sentence) {
        super(sentence);
    }

    private WriteException(String sentence, IOException cause) {
        super(sentence, cause);
    }

    /** Turns what the system says when a file cannot be written into a sentence; one that is a sentence stays as it is. */
    public static WriteException of(Path target, IOException failure) {
        return failure instanceof WriteException sentence
                ? sentence
                : new WriteException(sentence(target, failure), failure);
    }

    private static String sentence(Path target, IOException failure) {
        String reason = reason(failure);
        String old = Files.exists(target) ? "; the file that was there before is untouched" : "";
        if (isFull(reason)) {
            return "%s was not written because the disk is full%s. Free some space or choose another disk."
                    .formatted(target, old);
        }
        if (failure instanceof AccessDeniedException || isProtected(reason)) {
            return "%s was not written because this account may not write to the folder %s; choose another folder."
                    .formatted(target.getFileName(), target.getParent());
        }
        return "%s was not written (%s)%s. Choose another file.".formatted(target, reason, old);
    }

    /** The same for a file that was written in part, line by line. */
    public static WriteException ofPart(Path target, IOException failure) {
        String reason = reason(failure);
        return new WriteException(
                isFull(reason)
                        ? "The last lines of %s are missing because the disk is full. Free some space or choose another disk."
                                .formatted(target)
                        : "The last lines of %s are missing (%s). Choose another file.".formatted(target, reason),
                failure);
    }

    /** The system's own words for why a file cannot be read or written. */
    public static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        if (reason != null) {
            return reason;
        }
        return failure instanceof NoSuchFileException
                ? "no such file or folder"
                : failure.getClass().getSimpleName();
    }

    /** The words of Linux and macOS, and of Windows; the virtual machine gives no error number. */
    private static boolean isFull(String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("not enough space")
                || words.contains("quota exceeded");
    }

    private static boolean isProtected(String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        return words.contains("permission denied") || words.contains("read-only file system");
    }
}
