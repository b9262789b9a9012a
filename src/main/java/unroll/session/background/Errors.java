package unroll.session.background;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import unroll.checkpoint.CheckpointException;
import unroll.corpus.CorpusException;
import unroll.files.WriteException;
import unroll.message.LoadingFailure;
import unroll.train.DivergedException;

/** Turns whatever was thrown into a sentence for the user and details for copying. */
public final class Errors {
    private static final String OUT_OF_MEMORY =
            "Memory ran out. Choose a smaller hidden size, fewer layers, a smaller batch or a shorter window, and try again.";

    private Errors() {}

    /** Says in plain words what happened; exceptions that were written for the user speak for themselves. */
    public static String sentence(Throwable fault) {
        if (fault instanceof OutOfMemoryError) {
            return OUT_OF_MEMORY;
        }
        if (fault instanceof LinkageError linkage) {
            return LoadingFailure.sentence(linkage);
        }
        String message = fault.getMessage();
        if (writtenForTheUser(fault) && message != null) {
            return message;
        }
        return "Something went wrong inside the program (%s). Your text and the model are safe; please report it with its details."
                .formatted(message == null ? fault.getClass().getSimpleName() : message);
    }

    /** The stack trace. */
    public static String details(Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    /** The same fault where its message is a sentence, otherwise one that has it as its cause. */
    static Throwable explained(Throwable fault) {
        return writtenForTheUser(fault) && fault.getMessage() != null
                ? fault
                : new IllegalStateException(sentence(fault), fault);
    }

    private static boolean writtenForTheUser(Throwable fault) {
        return fault instanceof CorpusException
                || fault instanceof CheckpointException
                || fault instanceof WriteException
                || fault instanceof DivergedException
                || fault instanceof IllegalArgumentException
                || fault instanceof IllegalStateException
                || fault instanceof CancellationException;
    }
}
