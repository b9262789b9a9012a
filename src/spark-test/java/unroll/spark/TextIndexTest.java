package unroll.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.checkpoint.TextSource;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;

/** The index against a corpus of the same bytes. */
class TextIndexTest {
    private static final String[] CHARACTERS = {"a", "ä", "€", "\ud83d\ude00", "\r", "\n", "\r\n", " "};

    @TempDir
    private Path folder;

    private final Configuration configuration = new Configuration();

    @Test
    void aRangeOfOneFileOrManyIsThatOfTheCorpus() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("\ufeff");
        while (text.length() < 4 * TextIndex.BLOCK) {
            text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Path whole = Files.write(folder.resolve("whole.txt"), bytes);
        Path cut = Files.createDirectory(folder.resolve("cut"));
        int middle = random.nextInt(bytes.length);
        // Perhaps in the middle of a character.
        Files.write(cut.resolve("1"), Arrays.copyOf(bytes, middle));
        Files.write(cut.resolve("2"), Arrays.copyOfRange(bytes, middle, bytes.length));
        Files.writeString(cut.resolve("_SUCCESS"), "no text");
        Corpus corpus = CorpusReader.read(whole, StandardCharsets.UTF_8, CorpusReader.Progress.NONE);

        for (Path place : new Path[] {whole, cut}) {
            TextIndex index = TextIndex.of(place.toString(), configuration);
            assertThat(index.length()).as("seed %d", seed).isEqualTo(corpus.length());
            assertThat(index.vocabulary()).isEqualTo(corpus.vocabulary());
            assertThat(index.source().isOf(corpus)).as("seed %d", seed).isTrue();
            for (int i = 0; i < 20; i++) {
                int from = random.nextInt(corpus.length());
                Range range = new Range(from, from + 1 + random.nextInt(corpus.length() - from));
                assertThat(index.part(range).characters(configuration))
                        .as("seed %d, %s", seed, range)
                        .isEqualTo(corpus.text(range));
            }
        }
        assertThat(TextIndex.of(whole.toString(), configuration).source()).isEqualTo(TextSource.of(corpus));
    }

    @Test
    void whatIsNotThereOrNotUtf8IsRefusedInASentence() throws IOException {
        Path latin = Files.write(folder.resolve("latin.txt"), new byte[] {'a', 'b', (byte) 0xE4, 'c'});

        assertThatThrownBy(() -> TextIndex.of(latin.toString(), configuration))
                .hasMessageContaining("is not UTF-8")
                .hasMessageContaining("iconv");
        assertThatThrownBy(() -> TextIndex.of(folder + "/none.txt", configuration))
                .hasMessageContaining("There is no file");
    }
}
