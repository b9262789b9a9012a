package unroll.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's own name; without a command there is nothing to do. */
@Command(
        name = "unroll",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Character-level recurrent networks: train one on a text and let it write.",
        footer = {"", "Without arguments the window opens. Exit codes: 0 done, 1 failed, 2 wrong usage."})
final class UnrollCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "There is no command; say one of %s."
                        .formatted(String.join(", ", spec.subcommands().keySet())));
    }
}
