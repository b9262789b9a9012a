package unroll.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.message.ProblemException;

class OutputLockTest {
    @TempDir
    Path folder;

    private static OutputFile out(Path file) {
        return new OutputFile("--out", file, OutputFile.ANYTHING);
    }

    private static void assertHeld(Path file) {
        assertThatThrownBy(() -> OutputLock.of(List.of(out(file))))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "%s is being written by another run; wait for its end or choose another file for --out.", file);
    }

    private void assertNoFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void oneAtATimeAndNothingIsLeft() throws IOException {
        Path file = folder.resolve("model");
        Files.createDirectory(folder.resolve("sub"));
        Path spelledOtherwise = folder.resolve("sub/../model");
        try (OutputLock lock = OutputLock.of(List.of(out(file)))) {
            assertThat(lock).isNotNull();
            assertHeld(file);
            assertHeld(spelledOtherwise);
        }
        try (OutputLock again = OutputLock.of(List.of(out(file)))) {
            assertThat(again).isNotNull();
        }
        Files.delete(folder.resolve("sub"));
        assertNoFiles();
    }

    @Test
    void theContentOfAFileIsLockedWhateverItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("metrics"), "1");
        Path other = Files.createLink(folder.resolve("linked"), file);
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputLock.lockContent(open, file, "--metrics");

            try (FileChannel second = FileChannel.open(other, StandardOpenOption.WRITE)) {
                assertThatThrownBy(() -> OutputLock.lockContent(second, other, "--metrics"))
                        .isInstanceOf(ProblemException.class)
                        .hasMessage(
                                "%s is being written by another run; wait for its end or choose another file for --metrics.",
                                other);
            }
        }
        try (FileChannel second = FileChannel.open(other, StandardOpenOption.WRITE)) {
            OutputLock.lockContent(second, other, "--metrics");
        }
    }

    @Test
    void allOrNone() throws IOException {
        Path free = folder.resolve("free");
        Path held = folder.resolve("held");
        try (OutputLock lock = OutputLock.of(List.of(out(held)))) {
            assertThatThrownBy(() -> OutputLock.of(List.of(out(free), out(held))))
                    .hasMessageContaining(held + " is being written");

            try (OutputLock other = OutputLock.of(List.of(out(free)))) {
                assertThat(other).isNotSameAs(lock);
            }
        }
        assertNoFiles();
    }

    @Test
    void whereNothingCanBeWrittenNothingIsLocked() {
        Path file = folder.resolve("gone/model");

        assertThatThrownBy(() -> OutputLock.of(List.of(out(file))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(file.toString());
    }

    /** A process of its own that holds a lock until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (OutputLock lock = OutputLock.of(List.of(out(Path.of(arguments[0]))))) {
                System.out.println(lock);
                System.in.read();
            }
        }
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void aKilledProcessHoldsNoLock() throws IOException, InterruptedException {
        Path file = folder.resolve("model");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream said = process.getInputStream()) {
            assertThat(said.read()).as("the first word of the holder").isPositive();

            // Twice: a refusal must not take the lock from its holder.
            assertHeld(file);
            assertHeld(file);
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (OutputLock lock = OutputLock.of(List.of(out(file)))) {
            assertHeld(file);
        }
        assertNoFiles();
    }
}
