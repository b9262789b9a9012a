package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.checkpoint.Checkpoint;

/** What commands may write over, and what they may not. */
class OutputsTest {
    @TempDir
    private Path folder;

    private Path corpus;
    private Path model;

    @BeforeEach
    void trainModel() throws IOException {
        corpus = Cli.text(folder);
        model = folder.resolve("model.safetensors");
        Cli.trainTiny(corpus, "--steps", 2, "--out", model).done();
    }

    private static void refused(Cli.Outcome outcome, Path file, String reason) {
        outcome.refused(CommandLineProgram.WRONG_USAGE, file + " " + reason);
    }

    @Test
    void trainingReplacesNoInput() throws IOException {
        String text = Files.readString(corpus);
        Path other = folder.resolve("other.safetensors");

        refused(Cli.trainTiny(corpus, "--out", corpus), corpus, "is the file of --corpus as well");
        refused(Cli.trainTiny(corpus, "--out", other, "--best", corpus), corpus, "is the file of --corpus as well");
        refused(Cli.trainTiny(corpus, "--metrics", corpus), corpus, "is the file of --corpus as well");
        refused(
                Cli.run("train", "--resume", model, "--out", other, "--best", model),
                model,
                "is the file of --resume as well");

        assertThat(corpus).hasContent(text);
        assertThat(other).doesNotExist();
    }

    @Test
    void aRunThatFindsItsTextByItselfDoesNotReplaceIt() throws IOException {
        // A text that could be taken for metrics.
        Path text = Files.writeString(folder.resolve("text.jsonl"), "{\"step\":1,\"trainLoss\":2.5}\n".repeat(40));
        Cli.trainTiny(text, "--steps", 2, "--out", model).done();

        refused(
                Cli.run("train", "--resume", model, "--steps", 4, "--metrics", text, "--quiet"),
                text,
                "is what this run learns from as well");
    }

    @Test
    void twoOutputsAreTwoFiles() {
        Path file = folder.resolve("new");
        refused(Cli.trainTiny(corpus, "--out", file, "--best", file), file, "is the file of --out as well");
        refused(Cli.trainTiny(corpus, "--out", file, "--metrics", file), file, "is the file of --out as well");
        assertThat(file).doesNotExist();
    }

    @Test
    void onlyModelsAreReplacedByModels() throws IOException {
        Path diary = Files.writeString(folder.resolve("diary"), "Dear diary");
        Path damaged = folder.resolve("damaged");
        Files.write(damaged, Arrays.copyOf(Files.readAllBytes(model), 500));
        Path empty = Files.createFile(folder.resolve("empty"));

        refused(Cli.trainTiny(corpus, "--out", diary), diary, "exists and is not a model saved by Unroll");
        refused(
                Cli.trainTiny(corpus, "--out", model, "--best", diary),
                diary,
                "exists and is not a model saved by Unroll");
        Cli.trainTiny(corpus, "--steps", 1, "--out", damaged, "--best", empty).done();

        assertThat(diary).hasContent("Dear diary");
        assertThat(Checkpoint.load(damaged).training().state().steps()).isEqualTo(1);
        assertThat(Checkpoint.load(empty).training().state().steps()).isEqualTo(1);
    }

    @Test
    void reportsReplaceNothingButReports() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "It learned.");
        Path page = folder.resolve("r.html");
        Path table = Files.copy(model, folder.resolve("table.csv"));

        refused(report(model, model), model, "is the file of --checkpoint as well");
        refused(report(model, notes, "--notes", notes), notes, "is the file of --notes as well");
        refused(report(model, notes), notes, "exists and is not an HTML page");
        refused(report(table, folder.resolve("table.html")), table, "is the file of --checkpoint as well");
        refused(report(model, folder.resolve("page.csv")), folder.resolve("page.csv"), "is the name of a table");
        report(model, page).done();
        report(model, page).done();

        assertThat(notes).hasContent("It learned.");
        assertThat(table).hasSameBinaryContentAs(model);
    }

    private static Cli.Outcome report(Path checkpoint, Path out, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("report", "--checkpoint", checkpoint, "--out", out));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void devicesStayDevices() {
        Path device = Path.of("/dev/null");
        String reason = "is a device; choose a file name.";
        refused(Cli.trainTiny(corpus, "--out", device), device, reason);
        refused(Cli.trainTiny(corpus, "--out", model, "--best", device), device, reason);
        refused(Cli.trainTiny(corpus, "--metrics", device), device, reason);
        refused(report(model, device), device, reason);
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatTakesNoFilesIsNamed() {
        Path file = Path.of("/proc/x");
        String reason = "cannot be written because the folder /proc takes no files; choose another folder for --out.";
        refused(Cli.trainTiny(corpus, "--out", file), file, reason);
    }

    /** Standard output that takes nothing. */
    private static OutputStream refusing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private static int code(String reason, ByteArrayOutputStream err, String... arguments) {
        return CommandLineProgram.run(arguments, new ResultStream(refusing(reason), false), err);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sample --length 20",
                "info",
                "evaluate --threads 1",
                "tasks",
                "--help",
                "train --help",
                "--version"
            })
    void resultsThatAreLostAreAFailure(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        if (List.of("sample", "info", "evaluate").contains(arguments.get(0))) {
            arguments.addAll(List.of("--checkpoint", model.toString()));
        }
        if (arguments.get(0).equals("evaluate")) {
            arguments.addAll(List.of("--corpus", corpus.toString()));
        }
        String[] words = arguments.toArray(String[]::new);
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertThat(code("No space left on device", err, words)).isEqualTo(CommandLineProgram.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "Standard output cannot be written to (No space left on device), so the results are incomplete;"
                                + " free some space or send them elsewhere." + System.lineSeparator());
        err.reset();

        assertThat(code("Broken pipe", err, words)).isEqualTo(CommandLineProgram.DONE);
        assertThat(err.size()).isZero();
    }

    @Test
    void wrongUsageStaysWrongUsage() {
        assertThat(code("No space left on device", new ByteArrayOutputStream(), "train", "--nonsense"))
                .isEqualTo(CommandLineProgram.WRONG_USAGE);
    }
}
