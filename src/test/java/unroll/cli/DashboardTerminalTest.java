package unroll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.Checkpoint;

/** The dashboard of a process of its own in a pseudo-terminal: what keys do, and what is left on the terminal. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DashboardTerminalTest {
    private static final String ENTER_SCREEN = "\u001b[?1049h";
    private static final String LEAVE_SCREEN = "\u001b[?1049l";

    @TempDir
    private Path folder;

    private Path model;
    private Process process;
    private InputStream screen;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        assumeTrue(hasPseudoTerminals(), "no script of util-linux here");
        model = folder.resolve("model.safetensors");
        String java = ProcessHandle.current().info().command().orElse("java");
        String command =
                "stty rows 24 cols 80; '%s' -cp '%s' unroll.Main train --dashboard --corpus '%s' --cell gru --hidden 6 --layers 1 --batch 4 --window 5 --out '%s'"
                        .formatted(java, System.getProperty("java.class.path"), Cli.text(folder), model);
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null").redirectErrorStream(true);
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("LC_ALL", "C.UTF-8");
        process = builder.start();
        screen = process.getInputStream();
        readUntil(ENTER_SCREEN);
        readUntil("q quit");
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static boolean hasPseudoTerminals() throws InterruptedException {
        try {
            Process answer = new ProcessBuilder("script", "-qec", "exit 7", "/dev/null").start();
            answer.getOutputStream().close();
            return answer.waitFor() == 7;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private String readUntil(String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            int next = screen.read();
            assertThat(next).as("what follows after %s", seen).isNotNegative();
            seen.append((char) next);
        }
        return seen.toString();
    }

    private void press(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private long resultAfterLeaving() throws IOException {
        readUntil(LEAVE_SCREEN);
        readUntil("{\"step\":");
        String step = readUntil(",");
        screen.transferTo(OutputStream.nullOutputStream());
        return Long.parseLong(step.substring(0, step.length() - 1));
    }

    @Test
    void qSavesAndGivesTheTerminalBack() throws IOException, InterruptedException {
        press(" ");
        readUntil("paused");
        press("q");

        long step = resultAfterLeaving();

        assertThat(process.waitFor()).isEqualTo(CommandLineProgram.DONE);
        assertThat(step).isPositive();
        assertThat(Checkpoint.load(model).training().state().steps()).isEqualTo(step);
    }

    @Test
    void controlCSavesAndGivesTheTerminalBackAlsoWhilePaused() throws IOException, InterruptedException {
        press(" ");
        readUntil("paused");
        press("\u0003");

        long step = resultAfterLeaving();

        assertThat(process.waitFor()).isEqualTo(CommandLineProgram.INTERRUPTED);
        assertThat(Checkpoint.load(model).training().state().steps()).isEqualTo(step);
    }

    @Test
    void aSignalThatEndsTheProcessGivesTheTerminalBack() throws IOException, InterruptedException {
        ProcessHandle java = process.toHandle()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();

        java.destroy();

        resultAfterLeaving();
        assertThat(process.waitFor()).isEqualTo(128 + 15);
        assertThat(Checkpoint.load(model).training().state().steps()).isPositive();
    }
}
