package unroll.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line says about files that are something else than they should be. */
@Timeout(120)
class InputFilesTest {
    private static final String LINES = "Plain English follows.\n".repeat(100);

    @TempDir
    Path folder;

    @Test
    void offersTheChoiceWhereAFewBytesDoNotFit() throws IOException {
        Path mixed = write("mixed.txt", "The caf\u00c3\u00a9 was closed.\nIt\u0092s late\n" + LINES);

        Cli.trainTiny(mixed, "--steps", 1)
                .refused(
                        CommandLineProgram.FAILED,
                        "mixed.txt is read as UTF-8, but 1 byte does not fit, at offset 24 (line 2). Add --malformed"
                                + " replace to read it as U+FFFD, or say the right encoding with --encoding, perhaps windows-1252.");
        assertThat(Cli.trainTiny(mixed, "--steps", 1, "--malformed", "replace")
                        .done()
                        .err())
                .contains("mixed.txt: 1 byte is not UTF-8 and became U+FFFD, at offset 24 (line 2).");
        assertThat(Cli.trainTiny(mixed, "--steps", 1, "--encoding", "windows-1252")
                        .done()
                        .err())
                .doesNotContain("mixed.txt:");
    }

    @Test
    void saysThatAnEncodingIsAGuess() throws IOException {
        Path french = write("french.txt", "La for\u00eat \u00e0 la fen\u00eatre du caf\u00e9.\n".repeat(50));

        assertThat(Cli.trainTiny(french, "--steps", 1).done().err())
                .contains("french.txt: Read as windows-1252 (detected).");
    }

    /** A run on a text with replaced bytes finds that text again. */
    @Test
    void resumesWhereBytesWereReplaced() throws IOException {
        Path mixed = write("mixed.txt", "The caf\u00c3\u00a9 was closed.\nIt\u0092s late\n" + LINES);
        Path model = folder.resolve("m.safetensors");
        Cli.trainTiny(mixed, "--steps", 1, "--malformed", "replace", "--out", model)
                .done();

        Cli.run("train", "--resume", model, "--steps", 1, "--quiet").done();
    }

    @Test
    void saysThatATextHasChanged() throws IOException {
        Path text = write("q.txt", LINES);
        Path model = folder.resolve("m.safetensors");
        Cli.trainTiny(text, "--steps", 1, "--out", model).done();
        Files.writeString(text, "Plain English.\n", StandardOpenOption.APPEND);

        Cli.run("train", "--resume", model, "--steps", 1, "--quiet")
                .refused(
                        CommandLineProgram.FAILED,
                        "q.txt has changed since this model was trained; pass --corpus %s to continue with it as it is now."
                                .formatted(text));
        Cli.run("train", "--resume", model, "--steps", 1, "--quiet", "--corpus", text)
                .done();
        Files.delete(text);
        Cli.run("train", "--resume", model, "--steps", 1, "--quiet")
                .refused(
                        CommandLineProgram.FAILED,
                        "q.txt, which this model was trained on, was not found; pass --corpus FILE to say where it is.");
    }

    @ParameterizedTest
    @CsvSource({
        "thesis.pdf, %PDF-1.7 and so on, is a PDF; save it as plain text and open that.",
        "notes.rtf, '{\\rtf1\\ansi Notes}', is an RTF document; save it as plain text and open that.",
        "poems.txt, 'version https://git-lfs.github.com/spec/v1', 'is a Git LFS pointer; the text itself was not downloaded.'"
    })
    void namesWhatIsNoText(String name, String content, String sentence) throws IOException {
        Cli.trainTiny(write(name, content), "--steps", 1).refused(CommandLineProgram.FAILED, name + " " + sentence);
    }

    @Test
    void learnsFromAPageAndSaysSo() throws IOException {
        Path page = write("page.html", "<!DOCTYPE html><html><body>" + LINES + "</body></html>");

        assertThat(Cli.trainTiny(page, "--steps", 1).done().err())
                .contains("page.html: This is an HTML page, so its tags are learned too;");
    }

    @ParameterizedTest
    @CsvSource({
        "'version https://git-lfs.github.com/spec/v1', 'is a Git LFS pointer; the model itself was not downloaded.'",
        "<!doctype html>, 'is an HTML page; the model itself was not downloaded.'",
        "'PK\u0003\u0004.. archive/data.pkl', 'is a PyTorch file; Unroll opens only models that it saved itself.'",
        "'PK\u0003\u0004.. model.safetensors', 'is a ZIP archive; unpack it and open the model inside.'"
    })
    void namesWhatIsNoModel(String content, String sentence) throws IOException {
        Path model = write("m.safetensors", content);

        Cli.run("info", "--checkpoint", model).refused(CommandLineProgram.FAILED, "m.safetensors " + sentence);
        Cli.run("train", "--resume", model).refused(CommandLineProgram.FAILED, "m.safetensors " + sentence);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void neverReadsDevices() {
        for (String device : new String[] {"/dev/zero", "/dev/urandom"}) {
            Cli.trainTiny(Path.of(device))
                    .refused(CommandLineProgram.FAILED, device + " is a device; choose a text file.");
            Cli.run("train", "--task", "own-pairs", "--data", device)
                    .refused(CommandLineProgram.FAILED, device + " is a device; choose a text file.");
            Cli.run("info", "--checkpoint", device)
                    .refused(CommandLineProgram.FAILED, device + " is a device; choose a saved model.");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void readsAPipe() throws Exception {
        Path text = write("part.txt", LINES);
        Path pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process writer = new ProcessBuilder("sh", "-c", "cat part.txt part.txt > pipe")
                .directory(folder.toFile())
                .start();

        Cli.trainTiny(pipe, "--steps", 1).done();

        assertThat(writer.waitFor()).isZero();
        assertThat(text).exists();
    }

    @Test
    void anEmptyNameIsNoFolder() {
        Cli.run("train", "--corpus", "")
                .refused(CommandLineProgram.WRONG_USAGE, "--corpus needs a file name, got \"\".");
        Cli.run("info", "--checkpoint", "")
                .refused(CommandLineProgram.WRONG_USAGE, "--checkpoint needs a file name, got \"\".");
    }

    /** Each character is a byte. */
    private Path write(String name, String bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes.getBytes(ISO_8859_1));
    }
}
