package unroll.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

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
        // Not System.out, which keeps it to itself where the reader has gone.
        return run(arguments, new FileOutputStream(FileDescriptor.out), System.err);
    }

    /** @param out gets results, in UTF-8 whatever the platform's encoding is */
    static int run(String[] arguments, OutputStream out, OutputStream err) {
        PrintWriter results = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
        PrintWriter messages = new PrintWriter(err, true);
        CommandLine program = new CommandLine(new UnrollCommand())
                .addSubcommand(new TrainCommand())
                .addSubcommand(new SampleCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new BenchCommand())
                .addSubcommand(new CheckGradientsCommand())
                .addSubcommand(new TasksCommand())
                .addSubcommand(new InfoCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new GenerateCompletion());
        program.setOut(results)
                .setErr(messages)
                .setExpandAtFiles(false)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setParameterExceptionHandler(Failures::misunderstood)
                .setExecutionExceptionHandler(Failures::failed);
        try {
            return program.execute(arguments);
        } catch (OutOfMemoryError e) {
            messages.println(Failures.OUT_OF_MEMORY);
            return FAILED;
        } finally {
            results.flush();
        }
    }
}
