package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.Checkpoint;

/** The program as a process of its own: what an exit code, a signal or a platform's encoding does to it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ProcessTest {
    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private String classPath = System.getProperty("java.class.path");
    private Path corpus;
    private Path model;
    private Path metrics;

    @BeforeEach
    void prepare() throws IOException {
        corpus = Cli.text(folder);
        model = folder.resolve("model.safetensors");
        metrics = folder.resolve("metrics.jsonl");
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(Object... arguments) throws IOException {
        return startBy(List.of(), arguments);
    }

    /** @param prefix of the command */
    private Process startBy(List<String> prefix, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                java(), "-Xlog:class+load:file=" + folder.resolve("classes.log"), "-cp", classPath, "unroll.Main"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        builder.redirectError(folder.resolve("err.txt").toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private static String output(Process process) throws IOException {
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("err.txt"));
    }

    @Test
    void exitCodesSayHowItWent() throws IOException, InterruptedException {
        assertThat(start("--version").waitFor()).isEqualTo(CommandLineProgram.DONE);
        assertThat(start("info", "--checkpoint", "missing").waitFor()).isEqualTo(CommandLineProgram.FAILED);
        assertThat(start("train", "--nonsense").waitFor()).isEqualTo(CommandLineProgram.WRONG_USAGE);
    }

    @Test
    void textIsUtf8WhateverThePlatformSays() throws IOException, InterruptedException {
        Path text = Files.writeString(folder.resolve("utf.txt"), "où est le garçon 🙂 là ".repeat(40));
        Cli.trainTiny(text, "--steps", 2, "--out", model).done();

        Process process = start("sample", "--checkpoint", model, "--seed", 4, "--length", 300);

        String written = output(process);
        assertThat(process.waitFor()).as(errors()).isEqualTo(CommandLineProgram.DONE);
        assertThat(written)
                .isEqualTo(Cli.run("sample", "--checkpoint", model, "--seed", 4, "--length", 300)
                        .out())
                .contains("🙂");
    }

    /** Bytes that are typed, whatever the locale of this test is. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void argumentsThatTheLocaleCannotRepresentAreRefused() throws IOException, InterruptedException {
        List<String> shell = List.of("sh", "-c", "exec \"$@\" \"$(printf '\\303\\204d')\"", "sh");

        Process process = startBy(shell, "report", "--checkpoint", model, "--out", folder.resolve("r.html"), "--name");

        assertThat(process.waitFor()).isEqualTo(CommandLineProgram.WRONG_USAGE);
        assertThat(errors())
                .contains("the locale LC_ALL=C (", "set LC_ALL=C.UTF-8")
                .hasLineCount(1);
    }

    @Test
    void anErrorIsASentenceToo() throws IOException, InterruptedException {
        classPath = Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.contains("nd4j"))
                .collect(Collectors.joining(File.pathSeparator));

        Process process = start("bench", "--steps", 1);

        assertThat(process.waitFor()).isEqualTo(CommandLineProgram.FAILED);
        assertThat(errors()).startsWith("A part of the program is missing (org").doesNotContain("\tat ");
        assertThat(start("bench", "--steps", 1, "--verbose").waitFor()).isEqualTo(CommandLineProgram.FAILED);
        assertThat(errors()).contains("NoClassDefFoundError", "\tat unroll.");
    }

    @Test
    void writingEndsWithItsReader() throws IOException, InterruptedException {
        Cli.trainTiny(corpus, "--steps", 2, "--out", model).done();
        Process process = start("sample", "--checkpoint", model, "--length", Integer.MAX_VALUE);

        try (InputStream out = process.getInputStream()) {
            assertThat(out.readNBytes(20)).hasSize(20);
        }

        assertThat(process.waitFor()).isEqualTo(CommandLineProgram.DONE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullOrClosedStandardOutputIsAFailure() throws IOException, InterruptedException {
        for (String redirection : List.of("> /dev/full", ">&-")) {
            assertThat(startInShell(redirection, "tasks").waitFor())
                    .as(redirection)
                    .isEqualTo(CommandLineProgram.FAILED);
            assertThat(errors())
                    .contains("Standard output cannot be written to")
                    .hasLineCount(1);
        }
    }

    private Process startInShell(String redirection, String argument) throws IOException {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec \"$0\" -cp \"$1\" unroll.Main \"$2\" " + redirection,
                        java(),
                        System.getProperty("java.class.path"),
                        argument)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        started.add(process);
        return process;
    }

    @Test
    void twoRunsDoNotWriteToOneFile() throws IOException, InterruptedException {
        Process process = startEndless(3600);
        waitForSteps(1, process);

        Cli.trainTiny(corpus, "--steps", 1, "--out", model)
                .refused(CommandLineProgram.WRONG_USAGE, model + " is being written by another run");
        Cli.run("train", "--resume", model, "--metrics", metrics)
                .refused(CommandLineProgram.WRONG_USAGE, metrics + " is being written by another run");
        process.destroyForcibly().waitFor();

        Cli.trainTiny(corpus, "--steps", 1, "--out", model, "--metrics", metrics, "--overwrite")
                .done();
    }

    /** Starts the program in a pseudo-terminal, whose screen is its output and whose keys are its input. */
    private Process startInTerminal(List<Object> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(java(), "-cp", System.getProperty("java.class.path"), "unroll.Main"));
        arguments.forEach(argument -> command.add(argument.toString()));
        command.replaceAll(word -> "'" + word.replace("'", "'\\''") + "'");
        Process process = new ProcessBuilder("script", "-qec", String.join(" ", command), "/dev/null")
                .redirectErrorStream(true)
                .start();
        started.add(process);
        return process;
    }

    private static void readUntil(String text, InputStream screen) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            int next = screen.read();
            assertThat(next).as("what follows after %s", seen).isNotNegative();
            seen.append((char) next);
        }
    }

    private static boolean hasPseudoTerminals() {
        try {
            Process process = new ProcessBuilder("script", "-qec", "exit 7", "/dev/null").start();
            process.getOutputStream().close();
            return process.waitFor() == 7;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void controlCOnATerminalSavesTheRun() throws IOException, InterruptedException {
        assumeTrue(hasPseudoTerminals(), "no script of util-linux here");
        List<Object> arguments = Cli.tiny(corpus);
        arguments.remove("--quiet");
        arguments.addAll(List.of("--steps", 1_000_000_000, "--patience", 0, "--out", model, "--save-every", 3600));
        Process process = startInTerminal(arguments);
        InputStream screen = process.getInputStream();
        readUntil("loss ", screen);

        process.getOutputStream().write(3);
        process.getOutputStream().flush();

        readUntil("Stopping, and saving to", screen);
        readUntil("{\"step\":", screen);
        screen.transferTo(OutputStream.nullOutputStream());
        assertThat(process.waitFor()).isEqualTo(CommandLineProgram.INTERRUPTED);
        assertThat(Checkpoint.load(model).training().state().steps()).isPositive();
    }

    @Test
    void noClassOfTheWindowIsLoaded() throws IOException, InterruptedException {
        List<Object> arguments = Cli.tiny(corpus);
        arguments.addAll(List.of("--steps", 3));

        Process process = start(arguments.toArray());

        assertThat(process.waitFor()).as(errors()).isEqualTo(CommandLineProgram.DONE);
        assertThat(Files.readString(folder.resolve("classes.log")))
                .contains("unroll.cli.TrainCommand")
                .doesNotContain("javafx", "unroll.ui.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRunThatIsToldToStopSavesWhatItHas() throws IOException, InterruptedException {
        Process process = startEndless(3600);
        waitForSteps(50, process);

        // Not Process.destroy(), which would close its output too.
        process.toHandle().destroy();

        String result = output(process);
        assertThat(process.waitFor()).as(errors()).isEqualTo(128 + 15);
        long step = Cli.parse(result).path("step").asLong();
        assertThat(step).isGreaterThanOrEqualTo(50);
        assertThat(Checkpoint.load(model).training().state().steps()).isEqualTo(step);
        assertThat(Cli.lines(metrics)).hasSize((int) step);
    }

    @Test
    void aRunThatIsKilledGoesOnAsIfNothingHadBeen() throws IOException, InterruptedException {
        Process process = startEndless(1);
        waitForFile(process);
        process.destroyForcibly().waitFor();
        long saved = Checkpoint.load(model).training().state().steps();
        assertThat(saved).isPositive();
        Process resumed =
                start("train", "--resume", model, "--out", model, "--metrics", metrics, "--save-every", 1, "--quiet");
        waitForSteps(saved + 100, resumed);
        resumed.destroyForcibly().waitFor();
        long last = Checkpoint.load(model).training().state().steps() + 10;

        Cli.run("train", "--resume", model, "--steps", last, "--out", model, "--metrics", metrics, "--quiet")
                .done();

        Path whole = folder.resolve("whole.safetensors");
        Path wholeMetrics = folder.resolve("whole.jsonl");
        Cli.trainTiny(corpus, "--steps", last, "--patience", 0, "--out", whole, "--metrics", wholeMetrics)
                .done();
        TrainCommandTest.assertSameRun(wholeMetrics, metrics);
        TrainCommandTest.assertSameState(whole, model);
    }

    private Process startEndless(int saveEvery) throws IOException {
        List<Object> arguments = Cli.tiny(corpus);
        arguments.addAll(List.of(
                "--steps",
                1_000_000_000,
                "--patience",
                0,
                "--out",
                model,
                "--metrics",
                metrics,
                "--save-every",
                saveEvery));
        return start(arguments.toArray());
    }

    private void waitForFile(Process process) throws IOException, InterruptedException {
        while (!Files.exists(model)) {
            requireAlive(process);
        }
    }

    /** Until the metrics tell of this step. */
    private void waitForSteps(long step, Process process) throws IOException, InterruptedException {
        while (!Files.exists(metrics) || !Files.readString(metrics).contains("{\"step\":" + step + ",")) {
            requireAlive(process);
        }
    }

    /** Looks a moment long. */
    private void requireAlive(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                .as("whether the run has ended; standard error: %s", errors())
                .isFalse();
    }
}
