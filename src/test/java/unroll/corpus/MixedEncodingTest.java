package unroll.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.message.Problem;
import unroll.message.ProblemException;

/** Texts in which a few bytes are of another encoding than the rest are never turned into gibberish silently. */
class MixedEncodingTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String PLAIN = "Plain English follows.\n".repeat(300);

    @TempDir
    Path folder;

    @Test
    void aQuoteOfWindowsInATextOfUtf8() throws IOException {
        Path file = write("The café was closed.\n".getBytes(UTF_8), "It\u0092s late\n".repeat(2), PLAIN);

        ProblemException refused = refusal(file);

        assertThat(refused)
                .hasMessage(
                        file
                                + " is read as UTF-8, but 2 bytes do not fit, the first at offset 24 (line 2). Save it in UTF-8.");
        assertThat(((Problem.MalformedText) refused.problem()).alternative()).isEqualTo(WINDOWS_1252);
        assertThat(textOf(replaced(file))).startsWith("The café was closed.\nIt\uFFFDs late\nIt\uFFFDs late\nPlain");
    }

    @Test
    void halfACharacterOfAnotherFormInPlainEnglish() throws IOException {
        Path file = write(new byte[0], "\u00ed\u00a0\u00bd\n", PLAIN);

        assertThat(refusal(file))
                .hasMessage(
                        file
                                + " is read as UTF-8, but 3 bytes do not fit, the first at offset 0 (line 1). Save it in UTF-8.");
        assertThat(textOf(replaced(file))).startsWith("\uFFFD\uFFFD\uFFFD\nPlain");
    }

    @Test
    void blamesTheBadByteAndNotTheFirstThatAnotherEncodingLacks() throws IOException {
        String quoted = "She said: “No, not today.” And left.\n";
        byte[] before = quoted.repeat(3_000).getBytes(UTF_8);
        Path file = write(before, "A sum in \u0080\n", PLAIN);

        ProblemException refused = refusal(file);

        assertThat(refused)
                .hasMessage(String.format(
                        Locale.ROOT,
                        "%s is read as UTF-8, but 1 byte does not fit, at offset %,d (line 3,001). Save it in UTF-8.",
                        file,
                        before.length + 9));
        assertThat(((Problem.MalformedText) refused.problem()).alternative())
                .as("” holds a byte that windows-1252 lacks")
                .isNull();
    }

    /** The detector by itself takes the first for Mac's Cyrillic. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grüße aus Köln, schöne Mädchen. ",
                "Smörgåsbord på ön är en höjdare för älgen. ",
                "Blåbærgrøt på øya er hyggelig. "
            })
    void accentsAreNotTakenForLettersOfAnotherScript(String western) throws IOException {
        Path file = write(new byte[0], western.repeat(800), "");
        assertThat(textOf(CorpusReader.read(file, null, CorpusReader.Progress.NONE)))
                .startsWith(western);
    }

    @Test
    void wordsOfAnotherScriptBetweenLatinOnesAreNoMixture() throws IOException {
        String russian = "int сумма = слагаемое + другое слагаемое; // складываем два числа вместе\n";
        Path file = Files.write(folder.resolve("code.txt"), russian.repeat(100).getBytes("KOI8-R"));
        assertThat(textOf(CorpusReader.read(file, null, CorpusReader.Progress.NONE)))
                .startsWith(russian);
    }

    @Test
    void halfOfEachEncodingIsNoGuess() throws IOException {
        String french = "Hélène rêvait déjà d'une forêt où naît la brume.\n".repeat(50);
        Path file = write(french.getBytes(UTF_8), french, "");

        assertThat(refusal(file)).hasMessageContaining("is read as UTF-8, but 400 bytes");
    }

    @Test
    void saysWhatItReplaced() throws IOException {
        Path file = write("Ein Bär\n".getBytes(UTF_8), "\u00e4\n", PLAIN);

        assertThat(replaced(file).notes())
                .containsExactly("1 byte is not UTF-8 and became U+FFFD, at offset 9 (line 2).");
    }

    @Test
    void saysWhatItDetected() throws IOException {
        Path file = write(new byte[0], "un caf\u00e9", "");

        Corpus corpus = CorpusReader.read(file, null, CorpusReader.Progress.NONE);

        assertThat(corpus.notes()).containsExactly("Read as windows-1252 (detected).");
        assertThat(CorpusReader.read(file, WINDOWS_1252, CorpusReader.Progress.NONE)
                        .notes())
                .as("what was asked for is no guess")
                .isEmpty();
    }

    @Test
    void neitherUtf8NorTheGuess() throws IOException {
        Path file = write(new byte[0], "un caf\u00e9, un th\u00e9, d\u00e9j\u00e0 \u0081\n".repeat(3), "");

        assertThat(refusal(file)).hasMessageContaining("seems to be windows-1252, but 3 bytes do not fit");
        assertThat(replaced(file).charset()).isEqualTo(WINDOWS_1252);
        assertThat(textOf(replaced(file))).startsWith("un café, un thé, déjà \uFFFD\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "US-ASCII", "GB18030", "UTF-16LE"})
    void replacesTheSameWhateverTheBuffer(String name) throws IOException {
        byte[] bytes = "Grüße, 日本語 and plain words.\n".repeat(4).getBytes(UTF_8);
        bytes[40] = (byte) 0xFF;
        Path file = Files.write(folder.resolve("text.txt"), bytes);
        Corpus whole =
                CorpusReader.read(file, Charset.forName(name), CodingErrorAction.REPLACE, CorpusReader.Progress.NONE);

        assertThat(whole.length()).isGreaterThan(40);
        if (!whole.notes().isEmpty()) {
            for (int size = 8; size < 40; size++) {
                int buffer = size;
                assertThatThrownBy(() ->
                                CorpusReader.read(file, Charset.forName(name), CorpusReader.Progress.NONE, buffer))
                        .as("buffer %d", size)
                        .hasMessageContaining(whole.notes().get(0).replaceAll(".*(at offset .*)", "$1"));
            }
        }
    }

    private Corpus replaced(Path file) throws IOException {
        return CorpusReader.read(file, null, CodingErrorAction.REPLACE, CorpusReader.Progress.NONE);
    }

    private static ProblemException refusal(Path file) {
        return catchThrowableOfType(
                ProblemException.class, () -> CorpusReader.read(file, null, CorpusReader.Progress.NONE));
    }

    /** Bytes, then characters of one byte each. */
    private Path write(byte[] first, String second, String third) throws IOException {
        byte[] rest = (second + third).getBytes(ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return Files.write(folder.resolve("text.txt"), all);
    }

    private static String textOf(Corpus corpus) {
        return corpus.text(new Range(0, corpus.length()));
    }
}
