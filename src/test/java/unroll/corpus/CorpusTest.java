package unroll.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusTest {
    @TempDir
    Path folder;

    /** Vocabularies on both sides of what a byte holds, in texts of several chunks. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 95, 255, 256, 257, 300, 5000})
    void holdsEverySymbolInAsFewBytesAsItTakes(int distinct) throws IOException {
        int[] codePoints = randomText(distinct, 3 * SymbolStore.CHUNK + 17);
        String text = new String(codePoints, 0, codePoints.length);
        Path file = Files.writeString(folder.resolve("text.txt"), text, StandardCharsets.UTF_8);

        for (Corpus corpus : new Corpus[] {
            CorpusReader.ofText("Pasted", text), CorpusReader.read(file, null, CorpusReader.Progress.NONE)
        }) {
            assertThat(corpus.vocabulary().size()).isEqualTo(distinct);
            assertThat(corpus.length()).isEqualTo(codePoints.length);
            assertThat(decoded(corpus)).as("seed %d", distinct).isEqualTo(codePoints);
            assertThat(corpus.frequencies()).isEqualTo(counted(corpus));
        }
    }

    /** The widest form sets in at every place: at the start of a chunk, inside, at its end. */
    @Test
    void widensAnywhere() throws IOException {
        for (int lead : new int[] {
            0, 1, SymbolStore.CHUNK - 257, SymbolStore.CHUNK - 256, SymbolStore.CHUNK - 255, 2 * SymbolStore.CHUNK - 256
        }) {
            int[] codePoints = IntStream.concat(
                            IntStream.range(0, lead).map(i -> 'a'),
                            IntStream.range(0, 20_000).map(i -> 0x4E00 + i % 300))
                    .toArray();
            Corpus corpus = CorpusReader.ofText("Pasted", new String(codePoints, 0, codePoints.length));

            assertThat(decoded(corpus)).as("after %d", lead).isEqualTo(codePoints);
        }
    }

    @Test
    void countsLines() throws IOException {
        assertThat(CorpusReader.ofText("Pasted", "ab").lines()).isEqualTo(1);
        assertThat(CorpusReader.ofText("Pasted", "ab\n").lines()).isEqualTo(1);
        assertThat(CorpusReader.ofText("Pasted", "ab\r\nc").lines()).isEqualTo(2);
        assertThat(CorpusReader.ofText("Pasted", "\n\nb\n\n").lines()).isEqualTo(4);
    }

    @Test
    void countsFrequencies() throws IOException {
        Corpus corpus = CorpusReader.ofText("Pasted", "banana\r\n");
        corpus.frequencies()[0] = 99;

        assertThat(corpus.frequencies()).as("of newline, a, b, n").containsExactly(1, 3, 1, 2);
    }

    @Test
    void copiesWithAStride() throws IOException {
        Corpus corpus = CorpusReader.ofText("Pasted", "abcdefgh".repeat(SymbolStore.CHUNK));
        int[] into = new int[12];
        Arrays.fill(into, -1);

        corpus.copy(SymbolStore.CHUNK - 2, 4, into, 1, 3);

        assertThat(into).containsExactly(-1, 6, -1, -1, 7, -1, -1, 0, -1, -1, 1, -1);
    }

    @Test
    void givesTextByPosition() throws IOException {
        Corpus corpus = CorpusReader.ofText("Pasted", "x😀日y\r\nz");

        assertThat(corpus.text(new Range(1, 3))).isEqualTo("😀日");
        assertThat(corpus.text(new Range(4, 6))).isEqualTo("\nz");
        assertThat(corpus.text(new Range(2, 2))).isEmpty();
    }

    @Test
    void refusesPositionsOutside() throws IOException {
        Corpus corpus = CorpusReader.ofText("Pasted", "abc");

        assertThatThrownBy(() -> corpus.symbol(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> corpus.symbol(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> corpus.text(new Range(1, 4))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> corpus.copy(2, 2, new int[9], 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Range(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dividesItself() throws IOException {
        Corpus corpus = CorpusReader.ofText("Pasted", "ab".repeat(50));

        assertThat(corpus.part(Split.DEFAULT, SplitPart.TRAIN)).isEqualTo(new Range(0, 90));
        assertThat(corpus.part(Split.DEFAULT, SplitPart.VALIDATION)).isEqualTo(new Range(90, 95));
        assertThat(corpus.part(Split.DEFAULT, SplitPart.TEST)).isEqualTo(new Range(95, 100));
        assertThat(corpus.part(Split.DEFAULT, SplitPart.ALL)).isEqualTo(new Range(0, 100));
    }

    private static int[] decoded(Corpus corpus) {
        return IntStream.range(0, corpus.length())
                .map(position -> corpus.vocabulary().codePoint(corpus.symbol(position)))
                .toArray();
    }

    private static long[] counted(Corpus corpus) {
        long[] counts = new long[corpus.vocabulary().size()];
        for (int position = 0; position < corpus.length(); position++) {
            counts[corpus.symbol(position)]++;
        }
        return counts;
    }

    /** Descending at first, so that provisional numbers and indices differ; the rest at random. */
    private static int[] randomText(int distinct, int length) {
        Random random = new Random(distinct);
        return IntStream.range(0, length)
                .map(i -> i < distinct ? distinct - 1 - i : random.nextInt(distinct))
                .map(i -> i < 95 ? ' ' + i : 0x4E00 + i)
                .toArray();
    }
}
