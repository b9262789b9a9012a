package unroll.lens.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.corpus.CorpusReader;

/** The automaton against a search that tries everything. */
class CopiedPassageTest {
    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    private static Optional<CopiedPassage> longest(String text, String corpus) throws Exception {
        return CopiedPassage.longest(text, CorpusReader.ofText("a test", corpus));
    }

    @Test
    void findsTheLongestPassageAndItsFirstPlace() throws Exception {
        assertThat(longest("xxthe catyy", "a cat, the cat, the cat")).contains(new CopiedPassage(2, 7, 7));
    }

    /** "bcd" stands alone at the begin, and again within the longer "abcde". */
    @Test
    void aSuffixOfALongerPassageHasItsOwnFirstPlace() throws Exception {
        assertThat(longest("xbcd", "bcd abcde")).contains(new CopiedPassage(1, 3, 0));
    }

    @Test
    void ofSeveralTheFirstInTheTextIsTaken() throws Exception {
        assertThat(longest("abcd", "bcd abc")).contains(new CopiedPassage(0, 3, 4));
    }

    @Test
    void nothingInCommonIsNoPassage() throws Exception {
        assertThat(longest("123", "letters")).isEmpty();
        assertThat(longest("", "letters")).isEmpty();
    }

    @Test
    void countsUnicodeCharacters() throws Exception {
        assertThat(longest("\uD83D\uDE00\u4E2D\u6587!", "x\uD83D\uDE00\u4E2D\u6587?"))
                .contains(new CopiedPassage(0, 3, 1));
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

        assertThat(longest(text, corpus)).as("%s in %s", text, corpus).isEqualTo(naive(text, corpus));
    }

    private static String text(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static Optional<CopiedPassage> naive(String text, String corpus) {
        for (int length = text.length(); length > 0; length--) {
            for (int from = 0; from + length <= text.length(); from++) {
                int place = corpus.indexOf(text.substring(from, from + length));
                if (place >= 0) {
                    return Optional.of(new CopiedPassage(from, length, place));
                }
            }
        }
        return Optional.empty();
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> longest("abc", "abc abc")).isInstanceOf(InterruptedException.class);
    }
}
