package unroll.corpus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.message.Problem;
import unroll.message.ProblemException;

/** What cannot be a corpus is refused in one sentence that says why and what to do. */
class CorpusRefusalTest {
    @TempDir
    Path folder;

    @Test
    void missing() {
        refused(folder.resolve("nowhere.txt"), null)
                .hasMessageContaining("There is no file")
                .hasMessageContaining("nowhere.txt");
    }

    @Test
    void aFolder() {
        refused(folder, null).hasMessageContaining("is a folder");
    }

    @Test
    void aDevice() {
        Path device = Path.of("/dev/null");
        assumeThat(device).exists();
        assertThatThrownBy(() -> CorpusReader.read(device, null, CorpusReader.Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessage("/dev/null is a device; choose a text file.");
    }

    @Test
    void unreadable() throws IOException {
        Path file = write("secret".getBytes(UTF_8));
        assumeThat(file.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(file)).as("the superuser reads everything").isFalse();
        refused(file, null).hasMessageContaining("This account may not read");
    }

    @Test
    void whatTheSystemDoesNotGive() {
        Path file = Path.of("x.txt");
        assertThat(new ProblemException(Problem.ofReading(file, new AccessDeniedException("x.txt"))))
                .hasMessage("This account may not read x.txt; change its permissions or choose another file.");
        assertThat(new ProblemException(
                        Problem.ofReading(file, new FileSystemException("x.txt", null, "Input/output error"))))
                .hasMessageContaining("x.txt cannot be read (Input/output error)");
    }

    @Test
    void empty() throws IOException {
        refused(write(new byte[0]), null).hasMessageContaining("is empty");
        refused(write("\uFEFF".getBytes(UTF_8)), null).as("only a mark").hasMessageContaining("is empty");
        refused(write("\uFEFF".getBytes(UTF_16LE)), null).as("only a mark").hasMessageContaining("is empty");
        assertThatThrownBy(() -> CorpusReader.ofText("Pasted text", ""))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("\"Pasted text\" is empty");
    }

    @Test
    void oneSymbol() throws IOException {
        refused(write("aaaa".getBytes(UTF_8)), null).hasMessageContaining("nothing but the symbol \"a\"");
        refused(write("\r\n\n\r".getBytes(UTF_8)), null).hasMessageContaining("nothing but the symbol line end");
    }

    @Test
    void binary() throws IOException {
        refused(write("Some text \0 and more".getBytes(UTF_8)), null)
                .hasMessageContaining("is not a text: it contains NUL");
        refused(write("PK\u0003\u0004 text \0 and more".getBytes(UTF_8)), null)
                .hasMessageContaining("is a ZIP archive; unpack it and open the text inside.");
        refused(write("a\u0001b\u0002c".repeat(10).getBytes(UTF_8)), null)
                .hasMessageContaining("20 of its characters are control");
        refused(write("Text without a mark".getBytes(UTF_16LE)), null).hasMessageContaining("UTF-16LE");
    }

    @Test
    void randomBytes() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            byte[] noise = new byte[5000];
            new Random(seed).nextBytes(noise);
            refused(write(noise), null).as("seed %d", seed).hasMessageContaining("choose");
        }
    }

    @Test
    void aFewControlCharactersAreNoReason() throws IOException {
        Path log = write(("\u001B[31mred\u001B[0m plain\n".repeat(5) + "\u0007").getBytes(UTF_8));
        assertThat(CorpusReader.read(log, null, CorpusReader.Progress.NONE).length())
                .isPositive();
    }

    @Test
    void bytesThatDoNotFit() throws IOException {
        Path file = write("abc\u00E9def".getBytes(Charset.forName("windows-1252")));
        refused(file, UTF_8).hasMessageContaining("is read as UTF-8, but 1 byte does not fit, at offset 3 (line 1).");
        refused(file, US_ASCII)
                .hasMessageContaining("is read as US-ASCII, but 1 byte")
                .hasMessageContaining("offset 3 ");
    }

    @Test
    void saysWhereAlsoFarBehindTheFirstBuffer() throws IOException {
        byte[] text = "0123456789".repeat(100).getBytes(UTF_8);
        text[777] = (byte) 0xFF;
        Path file = write(text);
        for (int buffer = 8; buffer < 30; buffer++) {
            int size = buffer;
            assertThatThrownBy(() -> CorpusReader.read(file, UTF_8, CorpusReader.Progress.NONE, size))
                    .as("buffer %d", size)
                    .hasMessageContaining("offset 777 ");
            assertThatThrownBy(() -> CorpusReader.read(file, US_ASCII, CorpusReader.Progress.NONE, size))
                    .as("buffer %d", size)
                    .hasMessageContaining("offset 777 ");
        }
    }

    @Test
    void everyIllFormedUtf8() throws IOException {
        int[][] sequences = {
            {0x80},
            {0xC0, 0x80},
            {0xC1, 0xBF},
            {0xE0, 0x9F, 0xBF},
            {0xED, 0xA0, 0x80},
            {0xF0, 0x8F, 0xBF, 0xBF},
            {0xF4, 0x90, 0x80, 0x80},
            {0xF8, 0x88, 0x80, 0x80, 0x80},
            {0xC3, 0x28},
            {0xE2, 0x82, 0x28},
            {0xF0, 0x9F, 0x98, 0x28}
        };
        for (int[] sequence : sequences) {
            byte[] text = "语 and text around".getBytes(UTF_8);
            for (int i = 0; i < sequence.length; i++) {
                text[6 + i] = (byte) sequence[i];
            }
            refused(write(text), UTF_8).as("%x...", sequence[0]).hasMessageContaining("offset 6 ");
        }
    }

    @Test
    void utf8WithOneBadByteIsStillCalledUtf8() throws IOException {
        byte[] text =
                "Ünïcödé, mäny tïmes ovér, wïth ä brökén pläcé.\n".repeat(40).getBytes(UTF_8);
        text[text.length / 2] = (byte) 0xFF;
        refused(write(text), null)
                .hasMessageContaining("is read as UTF-8, but 2 bytes do not fit")
                .hasMessageContaining("offset 1,200 (line 21)");
    }

    @Test
    void halfACharacter() {
        assertThatThrownBy(() -> CorpusReader.ofText("Pasted text", "ab\uD83Dcd"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("half a character (U+D83D) at position 2");
        assertThatThrownBy(() -> CorpusReader.ofText("Pasted text", "abc\uD83D"))
                .hasMessageContaining("half a character (U+D83D) at position 3");
    }

    @Test
    void moreSymbolsThanTwoBytesCount() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int codePoint = 0x20000; codePoint < 0x20000 + 65_537; codePoint++) {
            text.appendCodePoint(codePoint);
        }
        refused(write(text.toString().getBytes(UTF_8)), null)
                .hasMessageContaining("more than 65,536 different symbols");
    }

    @Test
    void anEncodingThatJavaLacks() {
        byte[] sample = "~{VPNDVPNDVPND~} and ~{VPNDVPND~}".repeat(20).getBytes(US_ASCII);
        assertThatThrownBy(() -> TextDetector.guess(sample, "\"x\""))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("HZ-GB-2312");
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("text.txt"), bytes);
    }

    private static AbstractThrowableAssert<?, ?> refused(Path file, Charset charset) {
        return assertThatThrownBy(() -> CorpusReader.read(file, charset, CorpusReader.Progress.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageEndingWith(".")
                .hasMessageContaining(file.getFileName().toString());
    }
}
