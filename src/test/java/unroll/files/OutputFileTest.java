package unroll.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import unroll.message.ProblemException;

class OutputFileTest {
    private static final OutputFile.Replaceable LISTS =
            new OutputFile.Replaceable("a list", file -> file.toString().endsWith(".list"));

    @TempDir
    Path folder;

    private Path text;

    @BeforeEach
    void writeText() throws IOException {
        text = Files.writeString(folder.resolve("text.txt"), "read me");
    }

    private static OutputFile out(Path file) {
        return new OutputFile("--out", file, OutputFile.ANYTHING);
    }

    private static void accept(Path file) {
        assertThat(OutputFile.check(Map.of(), List.of(out(file)))).hasSize(1);
    }

    private static void refuse(Path file, String sentence) {
        assertThatThrownBy(() -> OutputFile.check(Map.of(), List.of(out(file))))
                .isInstanceOf(ProblemException.class)
                .hasMessage(sentence);
    }

    private void refuseAsInput(Path file) {
        assertThatThrownBy(() -> OutputFile.check(Map.of("the file of --corpus", text), List.of(out(file))))
                .isInstanceOf(ProblemException.class)
                .hasMessage("%s is the file of --corpus as well; choose another file for --out.", file);
    }

    @Test
    void newFilesAndOldOnesAreAccepted() throws IOException {
        accept(folder.resolve("new"));
        accept(text);
        accept(Path.of("relative.safetensors"));
    }

    @Test
    void foldersAreRefused() {
        refuse(folder, "%s is a folder; choose a file name in it.".formatted(folder));
        refuse(
                folder.resolve("gone/model"),
                "model cannot be written because the folder %s does not exist; create it or choose another."
                        .formatted(folder.resolve("gone")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void devicesAndPipesAreRefused() throws IOException, InterruptedException {
        refuse(Path.of("/dev/null"), "/dev/null is a device; choose a file name.");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/zero"));
        refuse(link, link + " is a device; choose a file name.");
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes here");
        refuse(pipe, pipe + " is a pipe; choose a file name.");
    }

    @Test
    void inputsAreRefusedHoweverTheyAreSpelled() throws IOException {
        Files.createDirectory(folder.resolve("sub"));

        refuseAsInput(text);
        refuseAsInput(folder.resolve("sub/../text.txt"));
        refuseAsInput(Path.of("").toAbsolutePath().relativize(text));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void inputsAreRefusedThroughLinks() throws IOException {
        refuseAsInput(Files.createSymbolicLink(folder.resolve("symbolic"), text));
        refuseAsInput(Files.createLink(folder.resolve("hard"), text));
        Path linkedFolder = Files.createSymbolicLink(folder.resolve("linked"), folder);
        refuseAsInput(linkedFolder.resolve("text.txt"));
    }

    @Test
    void twoLinksToAFileThatIsYetToBeAreOneFile() throws IOException {
        Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of("yet-to-be"));
        Path other = Files.createSymbolicLink(folder.resolve("other"), Path.of("yet-to-be"));
        OutputFile best = new OutputFile("--best", other, OutputFile.ANYTHING);

        assertThatThrownBy(() -> OutputFile.check(Map.of(), List.of(out(one), best)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("choose another file for --best");
    }

    @Test
    void twoOutputsAreTwoFiles() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Path same = folder.resolve("sub/../new");
        OutputFile best = new OutputFile("--best", same, OutputFile.ANYTHING);

        assertThatThrownBy(() -> OutputFile.check(Map.of(), List.of(out(folder.resolve("new")), best)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("%s is the file of --out as well; choose another file for --best.", same);
    }

    @Test
    void onlyFilesOfTheSameSortAreReplaced() throws IOException {
        Path list = Files.writeString(folder.resolve("old.list"), "1");
        Path empty = Files.createFile(folder.resolve("empty"));
        OutputFile.check(Map.of(), List.of(new OutputFile("--out", list, LISTS), new OutputFile("-e", empty, LISTS)));

        assertThatThrownBy(() -> OutputFile.check(Map.of(), List.of(new OutputFile("--out", text, LISTS))))
                .isInstanceOf(ProblemException.class)
                .hasMessage("%s exists and is not a list; choose another file for --out.", text);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void noWriteReplacesADevice() throws IOException {
        // As root this would succeed, and leave an ordinary file where the device was.
        assertThatThrownBy(() -> AtomicFile.write(Path.of("/dev/null"), out -> out.write(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("/dev/null is a device; choose a file name.");
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }
}
