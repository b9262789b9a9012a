package unroll.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import unroll.message.Wording;

/** The program's own name; without a command there is nothing to do. */
@Command(
        name = "unroll",
        mixinStandardHelpOptions = true,
        versionProvider = UnrollCommand.Version.class,
        description = "Character-level recurrent networks: train one on a text and let it write.",
        footer = {
            "",
            "Without arguments, or with a file alone, the window opens.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted."
        })
final class UnrollCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "A command is missing; choose %s."
                        .formatted(Wording.list(spec.subcommands().keySet(), "or")));
    }

    /** What {@code --version} says. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String packaged = UnrollCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "Unroll %s".formatted(packaged == null ? "(not packaged)" : packaged),
                "Java %s, %s %s"
                        .formatted(
                                System.getProperty("java.version"),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"))
            };
        }
    }
}
