package unroll.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import unroll.message.ProblemException;

class CorpusWithVocabularyTest {
    private static final Vocabulary LARGER =
            new Vocabulary("\nabcdef🙂".codePoints().toArray());

    @Test
    void aTextTakesTheIndicesOfALargerVocabulary() {
        Corpus corpus = CorpusReader.ofText("text", "fa🙂\nca\n");

        Corpus mapped = corpus.withVocabulary(LARGER);

        assertThat(mapped.vocabulary()).isSameAs(LARGER);
        assertThat(mapped.text(new Range(0, mapped.length()))).isEqualTo("fa🙂\nca\n");
        int[] symbols = new int[mapped.length()];
        mapped.copy(0, symbols.length, symbols, 0, 1);
        assertThat(symbols).containsExactly(LARGER.encode("fa🙂\nca\n"));
        assertThat(symbols).isNotEqualTo(corpus.vocabulary().encode("fa🙂\nca\n"));
    }

    @Test
    void frequenciesAndLinesMoveAlong() {
        Corpus mapped = CorpusReader.ofText("text", "fa🙂\nca\n").withVocabulary(LARGER);

        assertThat(mapped.frequencies()).containsExactly(2, 2, 0, 1, 0, 0, 1, 1);
        assertThat(mapped.lines()).isEqualTo(2);
    }

    @Test
    void theSameVocabularyCostsNothing() {
        Corpus corpus = CorpusReader.ofText("text", "abcabc");

        assertThat(corpus.withVocabulary(new Vocabulary(new int[] {'c', 'b', 'a'})))
                .isSameAs(corpus);
    }

    @Test
    void symbolsTheVocabularyLacksAreNamed() {
        Corpus corpus = CorpusReader.ofText("my text", "ab é\tz");

        assertThatThrownBy(() -> corpus.withVocabulary(LARGER))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The model has never seen tab, space, \"z\", \"é\", which \"my text\" holds;"
                        + " remove them from the text, or train a new model on it.");
    }

    @Test
    void aLongListOfThemIsCutShort() {
        Corpus corpus = CorpusReader.ofText("my text", "0123456789a");

        assertThatThrownBy(() -> corpus.withVocabulary(LARGER)).hasMessageContaining("\"7\" and 2 more symbols");
    }
}
