package unroll.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import unroll.files.AtomicFile;

/** The way in. */
@Command(
        name = "unroll-suite",
        mixinStandardHelpOptions = true,
        description = "Unroll's benchmarks; start it in the project's folder.",
        subcommands = {TableCommand.class, ChartsCommand.class, KernelsCommand.class, WindowCommand.class})
final class Suite {
    private Suite() {}

    public static void main(String[] arguments) {
        // Charts are drawn without a screen.
        System.setProperty("java.awt.headless", "true");
        CommandLine program = new CommandLine(new Suite());
        program.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (!(problem instanceof SuiteException)) {
                throw problem;
            }
            command.getErr().println(problem.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
        System.exit(program.execute(arguments));
    }

    static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new SuiteException(
                    String.format(Locale.ROOT, "%s is %d; choose a whole number from 1 up.", option, value));
        }
    }

    /** Writes text in UTF-8, the whole file or nothing. */
    static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the whole file or leaves the one before. */
    static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, out -> out.write(content));
    }
}
