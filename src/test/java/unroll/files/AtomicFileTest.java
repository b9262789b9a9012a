package unroll.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.message.ProblemException;

class AtomicFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("model.unroll");
    }

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    private static AtomicFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void assertOnly(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }

    @Test
    void writesAndReplaces() throws IOException {
        AtomicFile.write(file, text("one"));
        assertThat(file).hasContent("one");
        AtomicFile.write(file, text("two"));
        assertThat(file).hasContent("two");
        assertOnly("model.unroll");
    }

    @Test
    void theOldContentStaysUntilTheNewOneIsWhole() throws IOException {
        AtomicFile.write(file, text("one"));
        AtomicFile.write(file, out -> {
            out.write('t');
            assertThat(file).hasContent("one");
        });
        assertThat(file).hasContent("t");
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        AtomicFile.write(file, text("one"));
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write('t');
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("disk is full");
        assertThat(file).hasContent("one");
        assertOnly("model.unroll");
    }

    @Test
    void anExceptionOfTheWriterLeavesNothing() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertOnly();
    }

    @Test
    void anInterruptedThreadStillWrites() throws IOException {
        Thread.currentThread().interrupt();
        AtomicFile.write(file, text("one"));
        assertThat(file).hasContent("one");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void aFileThatAnotherProcessHoldsForAMomentIsReplaced() throws IOException {
        AtomicFile.write(file, text("one"));

        AtomicFile.write(new HeldFileSystem(2, 3).path(file), text("two"));

        assertThat(file).hasContent("two");
        assertOnly("model.unroll");
    }

    @Test
    void saysThatTheFolderIsMissing() {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("none/model.unroll"), text("one")))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "model.unroll cannot be written because the folder %s does not exist; create it or choose another."
                                .formatted(folder.resolve("none")));
    }

    @Test
    void saysThatItIsAFolder() {
        assertThatThrownBy(() -> AtomicFile.write(folder, text("one")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("%s is a folder; choose a file name in it.".formatted(folder.toAbsolutePath()));
    }

    @Test
    void saysThatTheFolderMayNotBeWritten() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(closed.toFile().setWritable(false) && !Files.isWritable(closed), "this account may write anywhere");
        assertThatThrownBy(() -> AtomicFile.write(closed.resolve("model.unroll"), text("one")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("may not write to the folder " + closed);
    }

    @Test
    void aWriteProtectedFileIsNotReplaced() throws IOException {
        AtomicFile.write(file, text("one"));
        assumeTrue(file.toFile().setWritable(false) && !Files.isWritable(file), "this account may write anything");
        assertThatThrownBy(() -> AtomicFile.write(file, text("two")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("protected");
        assertThat(file).hasContent("one");
    }

    @Test
    void theNextWriteRemovesWhatAKilledProcessLeft() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"), "-version")
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String dead = ".model.unroll." + process.pid() + "-7.unroll-tmp";
        String own = ".model.unroll." + ProcessHandle.current().pid() + "-999999.unroll-tmp";
        Files.writeString(folder.resolve(dead), "half");
        Files.writeString(folder.resolve(own), "half, by an earlier process of the same number");
        AtomicFile.write(file, text("one"));
        assertOnly("model.unroll");
    }

    @Test
    void whatIsNotALeftoverStays() throws IOException {
        long living = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
        String[] names = {
            ".model.unroll." + living + "-1.unroll-tmp",
            ".other.unroll.1-1.unroll-tmp",
            ".model.unroll.unroll-tmp",
            ".model.unroll.mine-1.unroll-tmp",
            "model.unroll.1-1.unroll-tmp"
        };
        for (String name : names) {
            Files.writeString(folder.resolve(name), "mine");
        }
        AtomicFile.write(file, text("one"));
        for (String name : names) {
            assertThat(folder.resolve(name)).exists();
        }
    }

    @Test
    void aWriteInsideAWriteDoesNotRemoveTheOthersTemporaryFile() throws IOException {
        AtomicFile.write(file, outer -> {
            outer.write('a');
            AtomicFile.write(file, text("inner"));
            assertThat(file).hasContent("inner");
        });
        assertThat(file).hasContent("a");
        assertOnly("model.unroll");
    }

    @Test
    void followsALink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("there.unroll");
        AtomicFile.write(real, text("one"));
        Files.createSymbolicLink(file, real);
        AtomicFile.write(file, text("two"));
        assertThat(file).isSymbolicLink();
        assertThat(real).hasContent("two");
    }

    @Test
    void followsALinkToAFileThatIsYetToBe() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("there.unroll");
        Files.createSymbolicLink(file, folder.relativize(real));
        AtomicFile.write(file, text("one"));
        assertThat(file).isSymbolicLink();
        assertThat(real).hasContent("one");
    }

    @Test
    void withoutAtomicReplacementTheOldFileStepsAside() throws IOException {
        Path temporary = Files.writeString(folder.resolve("new"), "two");
        Files.writeString(file, "one");
        AtomicFile.replaceInSteps(temporary, file);
        assertThat(file).hasContent("two");
        assertOnly("model.unroll");
    }

    @Test
    void withoutAtomicReplacementTheOldFileComesBackAfterAFailure() throws IOException {
        Files.writeString(file, "one");
        assertThatThrownBy(() -> AtomicFile.replaceInSteps(folder.resolve("none"), file))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("one");
        assertOnly("model.unroll");
    }
}
