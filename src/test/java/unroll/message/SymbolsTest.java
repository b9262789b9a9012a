package unroll.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SymbolsTest {
    @Test
    void namesSymbolsThatLeaveNoMark() {
        assertThat(Symbols.visible('\n')).isEqualTo("line end");
        assertThat(Symbols.visible('a')).isEqualTo("a");
        assertThat(Symbols.visible(0x2003)).isEqualTo("em space");
        assertThat(Symbols.visible(0x1F600)).isEqualTo("😀");
    }
}
