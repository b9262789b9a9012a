package unroll.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import unroll.message.Front;
import unroll.message.Problem;

/** Says on standard error what went wrong, in a sentence. */
final class Failures {
    /** Most characters of a message; what is longer holds something that was given, such as a path. */
    private static final int MAX_MESSAGE = 400;

    private static final int SHOWN_END = 150;

    private Failures() {}

    static int misunderstood(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(shortened(UsageErrors.sentence(fault, arguments)));
        err.printf("Run \"%s --help\" for usage.%n", command.getCommandSpec().qualifiedName());
        trace(fault, command);
        return CommandLineProgram.WRONG_USAGE;
    }

    static int failed(Exception fault, CommandLine command, ParseResult arguments) {
        // picocli hands over an error inside its own exception.
        Throwable cause = fault instanceof ExecutionException && fault.getCause() != null ? fault.getCause() : fault;
        command.getOut().flush();
        command.getErr().println(sentence(cause));
        trace(cause, command);
        return CommandLineProgram.FAILED;
    }

    /** What happened and what to do. */
    static String sentence(Throwable fault) {
        return shortened(Problem.of(fault).sentence(Front.COMMAND_LINE));
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
