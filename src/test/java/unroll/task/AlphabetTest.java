package unroll.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.corpus.Vocabulary;

class AlphabetTest {
    @Test
    void charactersStandByCodePointThenTheMarkThenLabelsByName() {
        Alphabet alphabet = Alphabet.ofCharacters(List.of("ba\uD83D\uDE00", "äb"))
                .withMark()
                .with(Alphabet.ofLabels(List.of("z", "b", "z")));

        assertThat(alphabet.symbols())
                .extracting(AlphabetEntry::text)
                .containsExactly("a", "b", "ä", "\uD83D\uDE00", "", "b", "z");
        assertThat(alphabet.mark()).isEqualTo(4);
        assertThat(alphabet.indexOf(AlphabetEntry.label("b")))
                .as("a label is no character")
                .isEqualTo(5);
        assertThat(alphabet.indexOf(AlphabetEntry.character('b'))).isEqualTo(1);
    }

    @Test
    void hasTheIndicesOfATextsVocabulary() {
        Vocabulary vocabulary = new Vocabulary(new int[] {'z', '\n', 0x1F600, 'a'});
        Alphabet alphabet = Alphabet.of(vocabulary);

        assertThat(alphabet.encode("az\n\uD83D\uDE00")).isEqualTo(vocabulary.encode("az\n\uD83D\uDE00"));
    }

    @Test
    void isEqualToItsStoredForm() {
        Alphabet alphabet = Alphabet.ofCharacters(List.of("abc")).withMark();

        assertThat(new Alphabet(alphabet.symbols())).isEqualTo(alphabet).hasSameHashCodeAs(alphabet);
        assertThat(alphabet).isNotEqualTo(Alphabet.ofCharacters(List.of("abc")));
    }

    @Test
    void refusesASymbolTwice() {
        assertThatThrownBy(() -> new Alphabet(List.of(AlphabetEntry.character('a'), AlphabetEntry.character('a'))))
                .hasMessage("An alphabet holds each symbol once, but this one holds \"a\" twice.");
    }
}
