package unroll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import unroll.train.DivergedException;

/** Says on standard error what went wrong, in a sentence. */
final class Failures {
    static final String OUT_OF_MEMORY =
            "Memory ran out; choose a smaller hidden size, fewer layers, a smaller batch or a shorter window, or start Java with a larger -Xmx.";

    private Failures() {}

    /** Arguments that make no sense. */
    static int misunderstood(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        String sentence = message(fault).lines().findFirst().orElse("The arguments make no sense");
        err.println(sentence.endsWith(".") ? sentence : sentence + ".");
        err.printf(
                "Run \"%s --help\" for what can be said.%n",
                command.getCommandSpec().qualifiedName());
        trace(fault, command);
        return CommandLineProgram.WRONG_USAGE;
    }

    /** Something that could not be done. */
    static int failed(Exception fault, CommandLine command, ParseResult arguments) {
        command.getOut().flush();
        command.getErr().println(sentence(fault));
        trace(fault, command);
        return CommandLineProgram.FAILED;
    }

    /** Exceptions that were written for the user speak for themselves. */
    private static String sentence(Exception fault) {
        boolean writtenForTheUser = fault instanceof IOException
                || fault instanceof IllegalArgumentException
                || fault instanceof IllegalStateException
                || fault instanceof DivergedException;
        if (writtenForTheUser) {
            return message(fault);
        }
        return "Something went wrong inside the program (%s); run it again with --verbose for the details."
                .formatted(message(fault));
    }

    /** What an exception says, or at least what it is. */
    static String message(Throwable fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }

    private static void trace(Exception fault, CommandLine command) {
        if (command.getCommandSpec().userObject() instanceof Subcommand subcommand && subcommand.isVerbose()) {
            fault.printStackTrace(command.getErr());
        }
    }
}
