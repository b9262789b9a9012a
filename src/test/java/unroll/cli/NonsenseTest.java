package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever is typed, the answer is a sentence and an exit code. */
class NonsenseTest {
    private static final long SEED = 20_240_611;
    private static final int LINES = 300;
    private static final int MAX_OPTIONS = 5;

    /** A little more than a message may have, for what surrounds it. */
    private static final int MAX_LINE_LENGTH = 450;

    /** None of them makes a valid command take long. */
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "4",
            "0.5",
            "0,7",
            "1e-3",
            "1e999",
            "NaN",
            "-Infinity",
            "0x1p3",
            "٣",
            "99999999999999999999",
            "9".repeat(5000),
            "many",
            "LSTM",
            "elman",
            "relu",
            "Adam",
            "constant",
            "step:0:0",
            "cosine:1:x",
            "0.8,0.1,0.1",
            "0.5;0.5",
            "UTF-8",
            "klingon",
            "addition:digits=9",
            "echo:k",
            "telepathy",
            "test",
            "one",
            "%s%d%n",
            "\"",
            "'",
            "--",
            "-",
            "--help",
            "--hidden",
            "ÄÖÜ🙂",
            "\uD83D",
            "a\nb",
            "a\0b",
            "$HOME",
            "*",
            "true");

    @TempDir
    private static Path folder;

    private static final List<String> FILES = new ArrayList<>();

    private final SplittableRandom random = new SplittableRandom(SEED);

    @BeforeAll
    static void prepare() throws IOException {
        Path text = Files.writeString(
                folder.resolve("text.txt"), "the quick brown fox jumps over the lazy dog. ".repeat(12));
        Path model = folder.resolve("model.safetensors");
        Cli.trainTiny(text, "--split", "0.8,0.1,0.1", "--steps", 2, "--out", model)
                .done();
        Path binary = Files.write(folder.resolve("binary"), new byte[100]);
        Path empty = Files.createFile(folder.resolve("empty"));
        Path cut = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(Files.readAllBytes(model), 900));
        for (Path file :
                List.of(text, model, binary, empty, cut, folder, folder.resolve("missing"), folder.resolve("new"))) {
            FILES.add(file.toString());
        }
        FILES.addAll(List.of(
                "",
                "a\0b",
                folder.resolve("no").resolve("such").toString(),
                folder.resolve("x".repeat(300)).toString()));
    }

    @Test
    void nonsenseIsAnsweredWithASentence() {
        List<CommandLine> commands =
                List.copyOf(CommandLineProgram.program().getSubcommands().values());
        for (int i = 0; i < LINES; i++) {
            String[] line = i % 20 == 0
                    ? words()
                    : line(commands.get(i % commands.size()).getCommandSpec());

            Cli.Outcome outcome = Cli.run((Object[]) line);

            String what = "seed %s, line %s: %s".formatted(SEED, i, String.join(" ", line));
            assertThat(outcome.code()).as(what).isBetween(CommandLineProgram.DONE, CommandLineProgram.WRONG_USAGE);
            assertThat(outcome.err()).as(what).doesNotContain("\tat ", "java.", "Exception", "null");
            assertThat(outcome.err().lines())
                    .as(what)
                    .allSatisfy(one -> assertThat(one).hasSizeLessThan(MAX_LINE_LENGTH));
            if (outcome.code() != CommandLineProgram.DONE) {
                assertThat(outcome.err().lines().findFirst().orElse(""))
                        .as(what)
                        .matches(".*[.?]");
            }
        }
    }

    private String[] words() {
        return random.ints(random.nextInt(1, 4), 0, VALUES.size())
                .mapToObj(VALUES::get)
                .toArray(String[]::new);
    }

    /** A command with some of its options, and often one that is not its own. */
    private String[] line(CommandSpec command) {
        List<String> line = new ArrayList<>(List.of(command.name()));
        line.addAll(shortened(command.name()));
        for (int i = random.nextInt(MAX_OPTIONS + 1); i > 0; i--) {
            OptionSpec option =
                    command.options().get(random.nextInt(command.options().size()));
            // A stack trace is what --verbose is for.
            if (!option.longestName().equals("--verbose")) {
                add(option, line);
            }
        }
        if (random.nextInt(4) == 0) {
            line.add(VALUES.get(random.nextInt(VALUES.size())));
        }
        return line.toArray(String[]::new);
    }

    /** What keeps a command short that would be right without any option, or is right in most tries. */
    private List<String> shortened(String command) {
        boolean whole = random.nextInt(3) > 0;
        return switch (command) {
            case "bench" -> List.of("--hidden", "2", "--steps", "1", "--warm-up", "0", "--characters", "1");
            case "check-gradients" -> List.of("--cell", "elman");
            case "train" -> whole ? List.of("--corpus", FILES.get(0)) : List.of("--steps", "3");
            case "sample", "evaluate", "info", "report" -> whole ? List.of("--checkpoint", FILES.get(1)) : List.of();
            default -> List.of();
        };
    }

    private void add(OptionSpec option, List<String> line) {
        List<String> values = option.type() == Path.class ? FILES : VALUES;
        String value = values.get(random.nextInt(values.size()));
        if (option.arity().max() == 0 && random.nextInt(4) > 0) {
            line.add(option.longestName());
        } else if (random.nextBoolean()) {
            line.add(option.longestName() + "=" + value);
        } else {
            line.add(option.longestName());
            line.add(value);
        }
    }
}
