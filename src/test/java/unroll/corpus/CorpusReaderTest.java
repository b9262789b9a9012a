package unroll.corpus;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time limit only turns a hang into a failure. */
@Timeout(120)
class CorpusReaderTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String MIXED = "Der Bär trinkt Öl,\r\n日本語の本。\r😀 smiles\n\r\n\ttab — “end” 𝒳\r";
    private static final String MENDED = "Der Bär trinkt Öl,\n日本語の本。\n😀 smiles\n\n\ttab — “end” 𝒳\n";
    private static final String FRENCH =
            "L'été dernier, à la fenêtre du café, Hélène rêvait déjà d'une forêt où l'on entendrait naître la brume.\n";

    @TempDir
    Path folder;

    @Test
    void readsUtf8() throws IOException {
        Corpus corpus = read(MIXED.getBytes(UTF_8));

        assertThat(textOf(corpus)).isEqualTo(MENDED);
        assertThat(corpus.charset()).isEqualTo(UTF_8);
        assertThat(corpus.length()).isEqualTo(MENDED.codePointCount(0, MENDED.length()));
        assertThat(corpus.lines()).isEqualTo(5);
        assertThat(corpus.name()).isEqualTo("text.txt");
        assertThat(corpus.file()).isEqualTo(folder.resolve("text.txt"));
    }

    @Test
    void callsAsciiUtf8() throws IOException {
        assertThat(read("plain".getBytes(UTF_8)).charset()).isEqualTo(UTF_8);
    }

    @Test
    void dropsTheMarkOfUtf8() throws IOException {
        assertThat(textOf(read(join(UTF_8_MARK, "öl".getBytes(UTF_8))))).isEqualTo("öl");
    }

    @Test
    void readsUtf16ByItsMark() throws IOException {
        Corpus little = read(("\uFEFF" + MIXED).getBytes(UTF_16LE));
        Corpus big = read(("\uFEFF" + MIXED).getBytes(UTF_16BE));

        assertThat(textOf(little)).isEqualTo(MENDED).isEqualTo(textOf(big));
        assertThat(little.charset()).isEqualTo(UTF_16LE);
        assertThat(big.charset()).isEqualTo(UTF_16BE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-32LE", "UTF-32BE"})
    void readsUtf32ByItsMark(String charset) throws IOException {
        assertThat(textOf(read(("\uFEFF" + MIXED).getBytes(Charset.forName(charset)))))
                .isEqualTo(MENDED);
    }

    @Test
    void recognizesWindows1252() throws IOException {
        Corpus corpus = read(FRENCH.repeat(3).getBytes(WINDOWS_1252));

        assertThat(textOf(corpus)).isEqualTo(FRENCH.repeat(3));
        assertThat(corpus.charset()).isEqualTo(WINDOWS_1252);
    }

    @Test
    void recognizesWindows1252AfterMuchAscii() throws IOException {
        String text = "Nothing but plain words here.\n".repeat(300_000) + FRENCH;

        assertThat(textOf(read(text.getBytes(WINDOWS_1252)))).isEqualTo(text);
    }

    @Test
    void takesASingleAccentAtTheEndForWindows1252() throws IOException {
        assertThat(textOf(read("un café".getBytes(WINDOWS_1252)))).isEqualTo("un café");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "Shift_JIS", "EUC-JP", "Big5", "windows-1251", "KOI8-R"})
    void recognizesWhatTheDetectorKnows(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String text = name.startsWith("windows") || name.startsWith("KOI")
                ? "Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.\n"
                        .repeat(20)
                : name.equals("GB18030") || name.equals("Big5")
                        ? "天地玄黃，宇宙洪荒。日月盈昃，辰宿列張。寒來暑往，秋收冬藏。\n".repeat(20)
                        : "これは日本語の文章です。吾輩は猫である。名前はまだ無い。\n".repeat(20);

        assertThat(textOf(read(text.getBytes(charset)))).isEqualTo(text);
    }

    @Test
    void decodesAsItIsTold() throws IOException {
        Path file = write("naïve".getBytes(UTF_8));

        Corpus corpus = CorpusReader.read(file, WINDOWS_1252, CorpusReader.Progress.NONE);

        assertThat(textOf(corpus)).isEqualTo("naÃ¯ve");
        assertThat(corpus.charset()).isEqualTo(WINDOWS_1252);
    }

    @Test
    void dropsTheMarkUnderAGivenEncodingToo() throws IOException {
        Path file = write("\uFEFFab".getBytes(UTF_16LE));

        assertThat(textOf(CorpusReader.read(file, UTF_16LE, CorpusReader.Progress.NONE)))
                .isEqualTo("ab");
    }

    @Test
    void keepsAMarkInsideTheText() throws IOException {
        assertThat(textOf(read("a\uFEFFb".getBytes(UTF_8)))).isEqualTo("a\uFEFFb");
    }

    @Test
    void dropsTheStartOfACharacterThatIsCutOff() throws IOException {
        byte[] whole = "日本語".getBytes(UTF_8);

        assertThat(textOf(read(java.util.Arrays.copyOf(whole, whole.length - 1))))
                .isEqualTo("日本");
    }

    /** Every kind of border between two buffers: inside CRLF, inside a sequence, inside a surrogate pair. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32BE", "GB18030"})
    void readsTheSameWhateverTheBuffer(String charset) throws IOException {
        for (int size = 8; size < 40; size++) {
            String text = randomText(size);
            Path file = write(text.getBytes(Charset.forName(charset)));

            Corpus corpus = CorpusReader.read(file, Charset.forName(charset), CorpusReader.Progress.NONE, size);

            assertThat(textOf(corpus)).as("buffer and seed %d", size).isEqualTo(mended(text));
        }
    }

    @Test
    void readsTheSameFromMemory() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            String text = randomText(seed);
            Corpus pasted = CorpusReader.ofText("Pasted", text);

            assertThat(textOf(pasted)).as("seed %d", seed).isEqualTo(mended(text));
            assertThat(pasted.name()).isEqualTo("Pasted");
            assertThat(pasted.file()).isNull();
        }
    }

    @Test
    void tellsHowFarItHasCome() throws IOException {
        Path file = write("0123456789".repeat(10).getBytes(UTF_8));
        var done = new java.util.ArrayList<Long>();

        CorpusReader.read(
                file,
                null,
                (bytes, total) -> {
                    assertThat(total).isEqualTo(100);
                    done.add(bytes);
                },
                40);

        assertThat(done).containsExactly(40L, 80L, 100L);
    }

    @Test
    void endsWhereAGrowingFileEndedAtFirst() throws IOException {
        Path file = write("0123456789".getBytes(UTF_8));

        Corpus corpus = CorpusReader.read(file, null, (done, total) -> append(file, "more"), 8);

        assertThat(textOf(corpus)).isEqualTo("0123456789");
    }

    @Test
    void endsEarlierWhereAFileShrinks() throws IOException {
        Path file = write("0123456789".repeat(10).getBytes(UTF_8));

        Corpus corpus = CorpusReader.read(file, null, (done, total) -> truncate(file, 20), 8);

        assertThat(textOf(corpus)).isEqualTo("01234567890123456789");
    }

    @Test
    void stopsWhenInterrupted() throws IOException {
        Path file = write("0123456789".repeat(10).getBytes(UTF_8));
        try {
            assertThatThrownBy(() -> CorpusReader.read(
                            file, null, (done, total) -> Thread.currentThread().interrupt(), 8))
                    .isInstanceOf(InterruptedIOException.class);
            assertThatThrownBy(() -> CorpusReader.read(file, null, CorpusReader.Progress.NONE))
                    .as("interrupted before it began")
                    .isInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).as("still marked as interrupted").isTrue();
        }
    }

    private Corpus read(byte[] bytes) throws IOException {
        return CorpusReader.read(write(bytes), null, CorpusReader.Progress.NONE);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("text.txt"), bytes);
    }

    private static String textOf(Corpus corpus) {
        return corpus.text(new Range(0, corpus.length()));
    }

    private static String mended(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String randomText(int seed) {
        String[] pieces = {"a", "b ", "\r\n", "\r", "\n", "é", "ß", "€", "語", "𝒳", "😀", "plain ascii run"};
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("ab");
        for (int i = 0; i < 200; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void truncate(Path file, long size) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
