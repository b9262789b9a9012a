package unroll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import unroll.files.WriteException;
import unroll.message.LoadingFailure;
import unroll.train.DivergedException;

/** Says on standard error what went wrong, in a sentence. */
final class Failures {
    private static final String OUT_OF_MEMORY =
            "Memory ran out; choose a smaller hidden size, fewer layers, a smaller batch or a shorter window, or start Java with a larger -Xmx.";

    /** Most characters of a message; what is longer holds something that was given, such as a path. */
    private static final int MAX_MESSAGE = 400;

    private static final int SHOWN_END = 150;

    private Failures() {}

    /** Arguments that make no sense. */
    static int misunderstood(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        String sentence = shortened(UsageErrors.sentence(fault));
        err.println(sentence.endsWith(".") || sentence.endsWith("?") ? sentence : sentence + ".");
        err.printf("Run \"%s --help\" for usage.%n", command.getCommandSpec().qualifiedName());
        trace(fault, command);
        return CommandLineProgram.WRONG_USAGE;
    }

    /** Something that could not be done. */
    static int failed(Exception fault, CommandLine command, ParseResult arguments) {
        // picocli hands over an error inside its own exception.
        Throwable cause = fault instanceof ExecutionException && fault.getCause() != null ? fault.getCause() : fault;
        command.getOut().flush();
        command.getErr().println(sentence(cause));
        trace(cause, command);
        return CommandLineProgram.FAILED;
    }

    /** Exceptions that were written for the user speak for themselves. */
    static String sentence(Throwable fault) {
        return shortened(words(fault));
    }

    private static String words(Throwable fault) {
        if (fault instanceof OutOfMemoryError) {
            return OUT_OF_MEMORY;
        }
        if (fault instanceof LinkageError linkage) {
            return LoadingFailure.sentence(linkage);
        }
        Throwable cause = fault.getCause();
        if (fault instanceof UncheckedIOException && cause != null) {
            return words(cause);
        }
        if (fault instanceof FileSystemException file) {
            return ofFile(file);
        }
        boolean writtenForTheUser = fault instanceof IOException
                || fault instanceof IllegalArgumentException
                || fault instanceof IllegalStateException
                || fault instanceof DivergedException;
        return writtenForTheUser && fault.getMessage() != null
                ? fault.getMessage()
                : "Something went wrong inside the program (%s); run it again with --verbose for the details."
                        .formatted(message(fault));
    }

    /** The system's own exceptions hold no sentence, and the commonest only a path. */
    private static String ofFile(FileSystemException fault) {
        if (fault instanceof NoSuchFileException) {
            return "There is no file %s.".formatted(fault.getFile());
        }
        if (fault instanceof AccessDeniedException) {
            return "This account may not use the file %s.".formatted(fault.getFile());
        }
        return "The file %s cannot be used: %s.".formatted(fault.getFile(), WriteException.reason(fault));
    }

    /** On one line and of bearable length: its beginning says what happened and its end what to do. */
    private static String shortened(String sentence) {
        String line = sentence.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= MAX_MESSAGE
                ? line
                : line.substring(0, MAX_MESSAGE - SHOWN_END - 1) + "…" + line.substring(line.length() - SHOWN_END);
    }

    /** What an exception says, or at least what it is. */
    static String message(Throwable fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }

    private static void trace(Throwable fault, CommandLine command) {
        if (command.getCommandSpec().userObject() instanceof Subcommand subcommand && subcommand.isVerbose()) {
            fault.printStackTrace(command.getErr());
        }
    }
}
