package unroll.lens.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;
import unroll.lens.xray.Overlap.CopiedPassage;

/** The automaton against a search that tries everything. */
class OverlapSearchTest {
    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    private static Corpus corpus(String text) {
        return CorpusReader.ofText("a test", text);
    }

    private static Overlap search(String text, String corpus) throws Exception {
        return OverlapSearch.search(text, corpus(corpus), new Range(0, corpus.codePointCount(0, corpus.length())));
    }

    @Test
    void findsTheLongestPassageAndItsFirstPlace() throws Exception {
        Overlap overlap = search("xxthe catyy", "a cat, the cat, the cat");

        assertThat(overlap.longest()).contains(new CopiedPassage(2, 7, 7));
        assertThat(overlap.lengths()).containsExactly(0, 0, 7, 7, 7, 7, 7, 7, 7, 0, 0);
    }

    /** "bcd" stands alone at the begin, and again within the longer "abcde". */
    @Test
    void aSuffixOfALongerMatchHasItsOwnFirstPlace() throws Exception {
        Overlap overlap = search("abcde-bcd", "bcd abcde");

        assertThat(overlap.matches()).containsExactly(new CopiedPassage(0, 5, 4), new CopiedPassage(6, 3, 0));
    }

    @Test
    void matchesMayOverlap() throws Exception {
        Overlap overlap = search("abcd", "abc bcd");

        assertThat(overlap.matches()).containsExactly(new CopiedPassage(0, 3, 0), new CopiedPassage(1, 3, 4));
        assertThat(overlap.longest()).contains(new CopiedPassage(0, 3, 0));
        assertThat(overlap.lengths()).containsExactly(3, 3, 3, 3);
    }

    @Test
    void placesAreThoseOfTheCorpusAlsoInAPart() throws Exception {
        Overlap overlap = OverlapSearch.search("cat", corpus("cat cat cat"), new Range(2, 9));

        assertThat(overlap.matches()).containsExactly(new CopiedPassage(0, 3, 4));
    }

    @Test
    void nothingInCommonIsNoMatch() throws Exception {
        Overlap overlap = search("123", "letters");

        assertThat(overlap.longest()).isEmpty();
        assertThat(overlap.lengths()).containsExactly(0, 0, 0);
        assertThat(search("", "letters").lengths()).isEmpty();
    }

    @Test
    void countsUnicodeCharacters() throws Exception {
        Overlap overlap = search("\uD83D\uDE00\u4E2D\u6587!", "x\uD83D\uDE00\u4E2D\u6587?");

        assertThat(overlap.matches()).containsExactly(new CopiedPassage(0, 3, 1));
        assertThat(overlap.lengths()).containsExactly(3, 3, 3, 0);
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithASearchThatTriesEverything(int seed) throws Exception {
        Random random = new Random(seed);
        String letters = "abcdef".substring(0, 2 + random.nextInt(5));
        String corpus = letters + text(random, letters, random.nextInt(200));
        String text = text(random, letters + "!", 1 + random.nextInt(40));
        int from = random.nextInt(corpus.length());
        Range range = new Range(from, from + random.nextInt(corpus.length() - from + 1));

        Overlap overlap = OverlapSearch.search(text, corpus(corpus), range);

        String part = corpus.substring(range.from(), range.to());
        assertThat(overlap.lengths()).as("%s in %s", text, part).containsExactly(naiveLengths(text, part));
        for (CopiedPassage match : overlap.matches()) {
            String copied = text.substring(match.from(), match.to());
            assertThat(match.place()).as("%s in %s", copied, part).isEqualTo(corpus.indexOf(copied, from));
            assertThat(match.from() > 0 && part.contains(text.substring(match.from() - 1, match.to())))
                    .as("%s can be longer in front", copied)
                    .isFalse();
            assertThat(match.to() < text.length() && part.contains(text.substring(match.from(), match.to() + 1)))
                    .as("%s can be longer behind", copied)
                    .isFalse();
        }
    }

    private static String text(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static int[] naiveLengths(String text, String corpus) {
        int[] lengths = new int[text.length()];
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 1; to <= text.length() && corpus.contains(text.substring(from, to)); to++) {
                for (int i = from; i < to; i++) {
                    lengths[i] = Math.max(lengths[i], to - from);
                }
            }
        }
        return lengths;
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> search("abc", "abc abc")).isInstanceOf(InterruptedException.class);
    }
}
