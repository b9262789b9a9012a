package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import unroll.message.Front;
import unroll.message.ProblemException;

/** What all commands have in common. Its answer is the exit code. */
@Command(versionProvider = UnrollCommand.Version.class, sortOptions = false, abbreviateSynopsis = true)
abstract class Subcommand implements Callable<Integer> {
    private static final int AFTER_ALL_OTHERS = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = AFTER_ALL_OTHERS,
            description = "Show this help message and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            order = AFTER_ALL_OTHERS,
            description = "Print version information and exit.")
    private boolean version;

    @Option(names = "--verbose", order = AFTER_ALL_OTHERS, description = "Show the stack trace where something fails.")
    private boolean verbose;

    /** Options that are not fields of the command; they are read from {@link #given}. */
    void addOptions(CommandSpec command) {}

    boolean isVerbose() {
        return verbose;
    }

    /** Standard output, in UTF-8. */
    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Standard error. */
    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints a result on a line of its own. */
    void print(ObjectNode result) {
        out().println(JsonOutput.line(result));
        out().flush();
    }

    /** What stands on the command line, as against what is a default. */
    ParseResult given() {
        return spec.commandLine().getParseResult();
    }

    /** Makes a value from options; where it refuses, they were wrong. */
    <T extends @Nullable Object> T fromOptions(Supplier<T> value) {
        try {
            return value.get();
        } catch (ProblemException e) {
            throw misunderstood(e.problem().sentence(Front.COMMAND_LINE), e);
        }
    }

    /** Makes a value from files that are to be written, or refuses them. */
    @FunctionalInterface
    interface OutputsSupplier<T extends @Nullable Object> {
        T get() throws IOException;
    }

    /**
     * Makes a value from outputs; where they are refused, the options that name them were wrong.
     *
     * @throws IOException with a sentence, where the system would not write them, as on a full disk
     */
    <T extends @Nullable Object> T fromOutputs(OutputsSupplier<T> value) throws IOException {
        try {
            return value.get();
        } catch (ProblemException e) {
            if (e.getCause() != null) {
                throw e;
            }
            throw misunderstood(e.problem().sentence(Front.COMMAND_LINE), e);
        }
    }

    /** Arguments that make no sense. */
    ParameterException misunderstood(String sentence, Throwable cause) {
        return new ParameterException(spec.commandLine(), sentence, cause);
    }

    ParameterException misunderstood(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
