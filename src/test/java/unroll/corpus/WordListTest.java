package unroll.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordListTest {
    private static Corpus corpus(String text) {
        return CorpusReader.ofText("text", text);
    }

    private static WordList words(String text) {
        Corpus corpus = corpus(text);
        return WordList.of(corpus, new Range(0, corpus.length()));
    }

    @Test
    void wordsAreFoundWhateverTheirCase() {
        RealWords found = words("The cat sat.").in("A CAT satt the thé ");
        assertThat(found.places()).containsExactly(new Range(2, 5), new Range(11, 14));
        assertThat(found.words()).isEqualTo(5);
        assertThat(found.share()).isEqualTo(0.4);
    }

    @Test
    void apostrophesAreInsideWordsOnly() {
        WordList words = words("don't 'tis o\u2019er");
        assertThat(words.in("don't, don, DON\u2019T, 'tis', o'er ").places())
                .containsExactly(new Range(0, 5), new Range(12, 17), new Range(20, 23), new Range(26, 30));
    }

    @Test
    void aWordAmongDigitsIsPartOfALongerRun() {
        RealWords found = words("by the 2nd of May 1600").in("by2 3the 2nd 1600 ");
        assertThat(found.places()).containsExactly(new Range(9, 12));
        assertThat(found.words()).isEqualTo(3);
    }

    @Test
    void onlyThePartCounts() {
        WordList words = WordList.of(corpus("one two three"), new Range(0, 7));
        assertThat(words.in("three two one.").places()).containsExactly(new Range(6, 9), new Range(10, 13));
    }

    @Test
    void aWordThatTheEndMayHaveCutOffIsNotJudged() {
        RealWords found = words("king kingdom").in("the king");
        assertThat(found.words()).isEqualTo(1);
        assertThat(found.places()).isEmpty();
    }

    @Test
    void placesCountJavaCharacters() {
        assertThat(words("a cat").in("\uD83D\uDE42 cat.").places()).containsExactly(new Range(3, 6));
    }

    @Test
    void textWithNothingBetweenWordsSaysNothing() {
        for (String text : List.of("ab".repeat(500), "我们在这里。他们在那里。", "0 1 2 3")) {
            RealWords found = words(text).in(text + " ab ");
            assertThat(found).as(text).isEqualTo(RealWords.NONE);
            assertThat(found.share()).isNaN();
        }
    }

    @Test
    void scriptsThatMarkVowelsApartAreInWords() {
        assertThat(words("नमस्ते दुनिया").in("दुनिया ").share()).isEqualTo(1);
    }

    @Test
    void memoryIsBounded() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= WordList.MAX_WORDS; i++) {
            for (char digit : Integer.toString(i).toCharArray()) {
                text.append((char) ('a' + digit - '0'));
            }
            text.append(' ');
        }
        String last = text.substring(text.lastIndexOf(" ", text.length() - 2) + 1);
        assertThat(words(text.toString()).in(last).share()).isZero();
        assertThat(words(last + text).in(last).share()).isEqualTo(1);
    }
}
