package unroll.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.message.ProblemException;

class VocabularyTest {
    private static final Vocabulary FEW = of("\n aeé日😀");

    @Test
    void ordersByCodePoint() {
        Vocabulary vocabulary = of("😀日ba");

        assertThat(vocabulary.size()).isEqualTo(4);
        assertThat(IntStream.range(0, 4).map(vocabulary::codePoint).toArray())
                .containsExactly('a', 'b', 0x65E5, 0x1F600);
        assertThat(vocabulary.indexOf(0x1F600)).isEqualTo(3);
    }

    @Test
    void knowsWhatItDoesNotHold() {
        assertThat(FEW.indexOf('z')).isEqualTo(-1);
        assertThat(FEW.indexOf(0x10FFFF)).isEqualTo(-1);
        assertThat(FEW.indexOf(-1)).isEqualTo(-1);
        assertThat(FEW.indexOf(Integer.MAX_VALUE)).isEqualTo(-1);
    }

    @Test
    void encodesAndDecodes() {
        assertThat(FEW.decode(FEW.encode("é日\n😀 a"))).isEqualTo("é日\n😀 a");
        assertThat(FEW.encode("😀a")).containsExactly(6, 2);
        assertThat(FEW.encode("")).isEmpty();
        assertThat(FEW.decode(FEW.encode("a\r\ne\ra"))).isEqualTo("a\ne\na");
    }

    @Test
    void namesWhatItCannotEncode() {
        assertThat(FEW.unknown("axa\txb\u00AD😎")).containsExactly("\"x\"", "tab", "\"b\"", "soft hyphen", "\"😎\"");
        assertThat(FEW.unknown("a\r\ne")).isEmpty();
        assertThatThrownBy(() -> FEW.encode("axb"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"x\", \"b\"");
    }

    @Test
    void equalsByItsSymbols() {
        assertThat(of("abc")).isEqualTo(of("cab")).hasSameHashCodeAs(of("cab"));
        assertThat(of("abc")).isNotEqualTo(of("abd")).isNotEqualTo(of("ab"));
    }

    @Test
    void isNotChangedFromOutside() {
        int[] codePoints = {'b', 'a'};
        Vocabulary vocabulary = new Vocabulary(codePoints);
        codePoints[0] = 'z';

        assertThat(vocabulary).isEqualTo(of("ab"));
    }

    @Test
    void refusesWhatIsNone() {
        refused("2 to 65,536 symbols", 'a');
        refused("2 to 65,536 symbols", new int[65_537]);
        refused("\"a\" twice", 'a', 'b', 'a');
        refused("which is none", 'a', 0xD800);
        refused("which is none", 'a', -1);
        refused("which is none", 'a', 0x110000);
    }

    private static void refused(String reason, int... codePoints) {
        assertThatThrownBy(() -> new Vocabulary(codePoints))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    private static Vocabulary of(String symbols) {
        return new Vocabulary(symbols.codePoints().toArray());
    }
}
