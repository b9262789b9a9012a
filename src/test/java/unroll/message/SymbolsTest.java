package unroll.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolsTest {
    @Test
    void namesSymbolsThatLeaveNoMark() {
        assertThat(Symbols.visible('\n')).isEqualTo("line end");
        assertThat(Symbols.visible('a')).isEqualTo("a");
        assertThat(Symbols.visible(0x2003)).isEqualTo("em space");
        assertThat(Symbols.visible(0x1F600)).isEqualTo("😀");
        assertThat(Symbols.visible(0x301)).isEqualTo("\u0301");
    }

    @ParameterizedTest
    @CsvSource({
        "0x20, space",
        "0x0A, line end",
        "0x09, tab",
        "0xAD, soft hyphen",
        "0x08, backspace",
        "0xA0, no-break space",
        "0xFEFF, zero width no-break space",
        "0x301, combining acute accent",
        "0xE000, U+E000",
        "0xD800, U+D800",
        "0x378, U+0378",
        "0x41, '\"A\"'",
        "0x65E5, '\"日\"'",
        "0x1F600, '\"😀\"'",
        "0x25, '\"%\"'"
    })
    void namesSymbolsInSentences(String codePoint, String name) {
        assertThat(Symbols.named(Integer.decode(codePoint))).isEqualTo(name);
    }
}
