package unroll.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.message.ProblemException;

/** The texts that ship are real texts: long enough, and not made from templates. */
class BundledCorporaTest {
    private static final Pattern SPEECH = Pattern.compile("[A-Z][A-Z' ]+: .*");

    @Test
    void theDramaIsTheDefaultAndHasSpeakers() throws IOException {
        String drama = text("drama.txt");

        assertThat(BundledTexts.titles().keySet()).first().isEqualTo("drama.txt");
        assertThat(bytes(drama)).hasSizeGreaterThanOrEqualTo(100_000);
        List<String> speakers = drama.lines()
                .filter(line -> SPEECH.matcher(line).matches())
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
        assertThat(speakers).hasSizeGreaterThan(300);
        assertThat(new HashSet<>(speakers)).hasSizeBetween(5, 100);
    }

    @Test
    void theTalesAreLong() throws IOException {
        assertThat(bytes(text("tales.txt"))).hasSizeGreaterThanOrEqualTo(60_000);
    }

    @Test
    void thePlantsAreMany() throws IOException {
        assertThat(text("plants.txt").lines())
                .hasSizeGreaterThanOrEqualTo(2_000)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drama.txt", "tales.txt"})
    void theProseIsWrittenOut(String file) throws IOException {
        String text = text(file);
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();

        assertThat((double) bytes(text).length / deflated(bytes(text))).isLessThanOrEqualTo(3.2);
        assertThat((double) new HashSet<>(lines).size() / lines.size()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void theyCarryTheirTitles() throws IOException {
        assertThat(BundledTexts.titles()).hasSize(3);
        for (var text : BundledTexts.titles().entrySet()) {
            Corpus corpus = CorpusReader.bundled(text.getKey());
            assertThat(corpus.name()).isEqualTo(text.getValue());
            assertThat(corpus.charset()).isEqualTo(StandardCharsets.UTF_8);
            assertThat(corpus.file()).isNull();
        }
    }

    @Test
    void othersDoNotShip() {
        assertThatThrownBy(() -> CorpusReader.bundled("../Main.class"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("drama.txt, tales.txt, plants.txt");
    }

    private static String text(String file) throws IOException {
        Corpus corpus = CorpusReader.bundled(file);
        return corpus.text(new Range(0, corpus.length()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int deflated(byte[] bytes) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(bytes);
        deflater.finish();
        int length = deflater.deflate(new byte[bytes.length + 1000]);
        deflater.end();
        return length;
    }
}
