package unroll.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;

/** The program without a window. Results go to standard output and nothing else does. */
public final class CommandLineProgram {
    /** What was asked for is done. */
    public static final int DONE = 0;
    /** What was asked for could not be done; the reason is on standard error. */
    public static final int FAILED = 1;
    /** What was asked for could not be understood. */
    public static final int WRONG_USAGE = 2;
    /** A run was told to stop before its end; what a shell reports for Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private CommandLineProgram() {}

    /**
     * Does what the arguments say.
     *
     * @return the exit code
     */
    public static int run(String[] arguments) {
        Optional<String> unreadable = SystemEncoding.current().refusal(arguments);
        if (unreadable.isPresent()) {
            System.err.println(unreadable.get());
            return WRONG_USAGE;
        }
        return run(arguments, ResultStream.ofProcess(), System.err);
    }

    /**
     * Trains on the text that comes with the program, for somebody who wanted the window where there can be none: on the whole
     * terminal, or by plain lines with samples between them.
     *
     * @return the exit code
     */
    public static int runWithoutWindow() {
        if (!TerminalSession.hasConsole()) {
            System.err.println("Unroll trains here instead; Ctrl-C ends it sooner.");
            return run(new String[] {"train", "--sample-every", "100"});
        }
        System.err.println("Unroll trains here instead, until you stop it with q or Ctrl-C.");
        return run(new String[] {"train", "--dashboard", "--sample-every", "100"});
    }

    /** @param out gets results, in UTF-8 whatever the platform's encoding is */
    static int run(String[] arguments, ResultStream out, OutputStream err) {
        PrintWriter results = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
        PrintWriter messages = new PrintWriter(err, true);
        int code = execute(results, messages, arguments);
        results.flush();
        String problem = out.problem();
        if (problem == null) {
            return code;
        }
        messages.println(problem);
        return code == DONE ? FAILED : code;
    }

    private static int execute(PrintWriter results, PrintWriter messages, String... arguments) {
        try {
            CommandLine program = program();
            program.setOut(results).setErr(messages);
            return program.execute(arguments);
        } catch (Throwable e) {
            // Before a command runs, for example where a class cannot be loaded.
            messages.println(Failures.sentence(e));
            return FAILED;
        }
    }

    static CommandLine program() {
        CommandLine program = new CommandLine(new UnrollCommand())
                .addSubcommand(command(new TrainCommand()))
                .addSubcommand(command(new SweepCommand()))
                .addSubcommand(command(new SampleCommand()))
                .addSubcommand(command(new EvaluateCommand()))
                .addSubcommand(command(new BenchCommand()))
                .addSubcommand(command(new CheckGradientsCommand()))
                .addSubcommand(command(new TasksCommand()))
                .addSubcommand(command(new InfoCommand()))
                .addSubcommand(command(new ImportCommand()))
                .addSubcommand(command(new ReportCommand()))
                .addSubcommand(new GenerateCompletion())
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setParameterExceptionHandler(Failures::misunderstood)
                .setExecutionExceptionHandler(Failures::failed)
                .setExecutionStrategy(CommandLineProgram::execute);
        OptionRange.register(program);
        return program.registerConverter(Path.class, CommandLineProgram::path);
    }

    private static CommandLine command(Subcommand command) {
        CommandLine line = new CommandLine(command);
        command.addOptions(line.getCommandSpec());
        return line;
    }

    /** Runs the command, or shows its help; picocli would let an error pass by the handler of exceptions. */
    private static int execute(ParseResult arguments) {
        Integer help = CommandLine.executeHelpRequest(arguments);
        if (help != null) {
            return help;
        }
        OptionRange.check(arguments);
        try {
            return new RunLast().execute(arguments);
        } catch (Error e) {
            List<CommandLine> commands = arguments.asCommandLineList();
            throw new ExecutionException(commands.get(commands.size() - 1), Failures.message(e), e);
        }
    }

    /** @throws TypeConversionException where this is no name of a file */
    static Path path(String name) {
        try {
            if (!name.isEmpty()) {
                return Path.of(name);
            }
        } catch (InvalidPathException e) {
            throw new TypeConversionException(e.getReason());
        }
        throw new TypeConversionException("empty");
    }

    /** Whether this is the name of a command; where it is, it is never taken for a file. */
    public static boolean isCommand(String name) {
        return program().getSubcommands().containsKey(name);
    }
}
