package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Stack;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import unroll.checkpoint.Checkpoint;
import unroll.files.WriteFailure;
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

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints a result on a line of its own. */
    void print(ObjectNode result) {
        out().println(result);
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
     * @throws ProblemException where the system would not write them, as on a full disk
     */
    <T extends @Nullable Object> T fromOutputs(OutputsSupplier<T> value) throws IOException {
        try {
            return value.get();
        } catch (ProblemException e) {
            if (WriteFailure.isOne(e.problem())) {
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

    /** Which saved model. */
    static final class CheckpointOption {
        @Option(names = "--checkpoint", paramLabel = "FILE", required = true, description = "The saved model.")
        private Path file = Path.of("");

        Path file() {
            return file;
        }

        Checkpoint load() {
            return Checkpoint.load(file);
        }
    }

    /** Lets a text be anything when it follows its option with an equals sign, also the name of an option: {@code --prime=--help}. */
    static final class AttachedText implements IParameterPreprocessor {
        @Override
        @SuppressWarnings("JdkObsolete") // picocli's choice.
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> parserState) {
            boolean attached = command.parser().separator().equals(parserState.get("separator"));
            if (attached) {
                option.setValue(arguments.pop());
            }
            return attached;
        }
    }
}
