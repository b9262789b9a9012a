package unroll.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import unroll.message.Problem;
import unroll.message.ProblemException;
import unroll.message.Reason;

/** Finds out from what the system says why a file cannot be written. */
public final class WriteFailure {
    private static final Set<Reason> REASONS = EnumSet.of(
            Reason.NOT_WRITTEN,
            Reason.NOT_WRITTEN_DISK_FULL,
            Reason.NOT_WRITTEN_PROTECTED,
            Reason.LINES_MISSING,
            Reason.LINES_MISSING_DISK_FULL);

    private WriteFailure() {}

    /** Whether a problem is what {@link #of} and {@link #ofPart} give: the system's doing, not that of who named the file. */
    public static boolean isOne(Problem problem) {
        return problem instanceof Problem.Refused refused && REASONS.contains(refused.reason());
    }

    /** For a file that is written whole or not at all. */
    public static ProblemException of(Path target, IOException failure) {
        String reason = Problem.reason(failure);
        String old = Files.exists(target) ? "; the file that was there before is untouched" : "";
        if (isFull(reason)) {
            return new ProblemException(Reason.NOT_WRITTEN_DISK_FULL.with(target, old), failure);
        }
        if (failure instanceof AccessDeniedException || isProtected(reason)) {
            String folder = String.valueOf(target.getParent());
            return new ProblemException(Reason.NOT_WRITTEN_PROTECTED.with(target.getFileName(), folder), failure);
        }
        return new ProblemException(Reason.NOT_WRITTEN.with(target, reason, old), failure);
    }

    /** For a file that was written in part, line by line. */
    public static ProblemException ofPart(Path target, IOException failure) {
        String reason = Problem.reason(failure);
        return new ProblemException(
                isFull(reason)
                        ? Reason.LINES_MISSING_DISK_FULL.with(target)
                        : Reason.LINES_MISSING.with(target, reason),
                failure);
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
