package unroll.message;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as data: thrown within a {@link ProblemException} wherever it is found, and put into words where it is
 * read. What programs do wrong and users cannot provoke is no problem of theirs; it stays an exception of Java's own, and
 * becomes {@link Reason#INTERNAL}.
 */
public sealed interface Problem {
    /** What happened and what to do, as one sentence or a few. */
    String sentence(Front front);

    /** What happened alone, where it is told apart from what to do; otherwise all of it. */
    default String facts(Front front) {
        return sentence(front);
    }

    /** Whatever was thrown. */
    static Problem of(Throwable thrown) {
        Throwable cause = thrown.getCause();
        if (thrown instanceof ProblemException known) {
            return known.problem();
        } else if (thrown instanceof OutOfMemoryError) {
            return Reason.OUT_OF_MEMORY.with();
        } else if (thrown instanceof LinkageError error) {
            return Reason.CANNOT_LOAD.with(LoadingFailure.sentence(error));
        } else if (cause != null && isWrapper(thrown)) {
            return of(cause);
        } else if (thrown instanceof CancellationException || thrown instanceof InterruptedIOException) {
            return Reason.STOPPED.with(String.valueOf(thrown.getMessage()));
        } else if (thrown instanceof IOException failure) {
            return ofFile(failure);
        }
        String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return Reason.INTERNAL.with(message == null ? name : name + ": " + message);
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof CompletionException
                || thrown instanceof ExecutionException
                || thrown instanceof UncheckedIOException;
    }

    /** The system's own exceptions hold no sentence, and the commonest only a path. */
    private static Problem ofFile(IOException failure) {
        String file = failure instanceof FileSystemException system ? String.valueOf(system.getFile()) : "";
        if (failure instanceof NoSuchFileException) {
            return Reason.NO_SUCH_FILE.with(file);
        } else if (failure instanceof AccessDeniedException) {
            return Reason.MAY_NOT_READ.with(file);
        }
        return file.isEmpty()
                ? Reason.INPUT_OUTPUT.with(reason(failure))
                : Reason.UNUSABLE_FILE.with(file, reason(failure));
    }

    /** Of a file that the system does not let us read. */
    static Problem ofReading(Path file, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return Reason.NO_SUCH_FILE.with(file);
        }
        return failure instanceof AccessDeniedException
                ? Reason.MAY_NOT_READ.with(file)
                : Reason.UNREADABLE_FILE.with(file, reason(failure));
    }

    /** The system's own words for why a file cannot be read or written. */
    static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        if (reason != null) {
            return reason;
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        } else if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failure instanceof FileAlreadyExistsException
                ? "there is a file of this name"
                : failure.getClass().getSimpleName();
    }

    /** The stack trace, for copying. */
    static String details(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    /** Something that cannot be done, of which there is no more to know. */
    record Refused(Reason reason, List<Object> values) implements Problem {
        @Override
        public String sentence(Front front) {
            return reason.sentence(front, values);
        }

        @Override
        public String facts(Front front) {
            return reason.facts(front, values);
        }
    }

    /**
     * A file that should hold a model and does not, or one that cannot be used.
     *
     * @param values of the damage's clause
     */
    record DamagedFile(Path file, Damage damage, List<Object> values) implements Problem {
        @Override
        public String sentence(Front front) {
            return damage.sentence(front, file, values);
        }
    }

    /**
     * A text that holds bytes which are no characters of its encoding. It can be read all the same with those bytes replaced,
     * or in another encoding; a front end that offers that says so behind the {@link #facts}.
     *
     * @param charset the text was read in
     * @param detected whether that was a guess
     * @param alternative an encoding that all bytes of the file fit, or null where none is worth proposing
     */
    record MalformedText(
            Path file,
            Charset charset,
            boolean detected,
            Bytes bytes,
            @Nullable Charset alternative) implements Problem {
        /**
         * The bytes that do not fit.
         *
         * @param offset of the first of them
         * @param line of the first of them, from 1
         */
        public record Bytes(long count, long offset, long line) {}

        @Override
        public String sentence(Front front) {
            return facts(front) + " Save it in UTF-8.";
        }

        @Override
        public String facts(Front front) {
            return String.format(
                    Locale.ROOT,
                    "%s %s %s, but %s at offset %,d (line %,d).",
                    file,
                    detected ? "seems to be" : "is read as",
                    charset.displayName(Locale.ROOT),
                    Wording.count(bytes.count, "byte")
                            + (bytes.count == 1 ? " does not fit," : " do not fit, the first"),
                    bytes.offset,
                    bytes.line);
        }
    }

    /**
     * The loss or the gradient is no longer a number.
     *
     * @param finiteLoss whether it is the gradient alone
     * @param lastGoodStep whose weights the network has again
     * @param clipped whether gradients were clipped
     */
    record Diverged(long step, boolean finiteLoss, long lastGoodStep, double learningRate, boolean clipped)
            implements Problem {
        @Override
        public String sentence(Front front) {
            String clip = front.select(" and add --clip-norm 5", " and turn clipping on");
            return ("%s The weights are those of step %s again, the last with an ordinary loss, and counting goes on from step %s;"
                            + " lower %s (now %s)%s%s.")
                    .formatted(
                            facts(front),
                            Formats.count(lastGoodStep),
                            Formats.count(step - 1),
                            front.select("--learning-rate", "the learning rate"),
                            Formats.number(learningRate),
                            clipped ? "" : clip,
                            front.select(" before you continue", ", and press Train"));
        }

        @Override
        public String facts(Front front) {
            return "Training diverged at step %s: the %s is no longer a number."
                    .formatted(Formats.count(step), finiteLoss ? "gradient" : "loss");
        }
    }

    /**
     * Training needs more memory than there is.
     *
     * @param needed bytes
     * @param available bytes
     * @param batch the largest that would do; 0 where none does
     * @param hidden the largest hidden size that would do; 0 where none does
     * @param largerHeap whether a larger heap of Java would do as well
     */
    record TooLittleMemory(long needed, long available, int batch, int hidden, boolean largerHeap) implements Problem {
        @Override
        public String sentence(Front front) {
            String smaller = hidden > 0
                    ? "a hidden size of at most " + hidden
                    : "a much smaller hidden size and batch, and a shorter window";
            return "%s; choose %s%s."
                    .formatted(
                            what(),
                            batch > 0 ? "a batch of at most " + batch : smaller,
                            largerHeap ? ", or start Java with a larger -Xmx" : "");
        }

        @Override
        public String facts(Front front) {
            return what() + ".";
        }

        private String what() {
            return "Training needs about %s of memory, but this computer has %s for it"
                    .formatted(Formats.bytes(needed), Formats.bytes(available));
        }
    }
}
