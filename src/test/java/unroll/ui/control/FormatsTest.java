package unroll.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void writesNumbersAsAReaderTakesThemIn() {
        assertThat(Formats.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Formats.loss(Double.NaN)).isEqualTo("–");
        assertThat(Formats.loss(1.8346)).isEqualTo("1.835");
        assertThat(Formats.bits(Math.log(2))).isCloseTo(1, within(1e-12));
        assertThat(Formats.bytes(1_115_394)).isEqualTo("1.1 MB");
        assertThat(Formats.rate(1_250_000)).isEqualTo("1.25 M");
    }

    @Test
    void writesDurations() {
        assertThat(Formats.duration(42)).isEqualTo("0:42");
        assertThat(Formats.duration(3723)).isEqualTo("1:02:03");
        assertThat(Formats.duration(Double.NaN)).isEqualTo("–");
    }

    @Test
    void namesSymbolsThatLeaveNoMark() {
        assertThat(Symbols.visible('\n')).isEqualTo("line end");
        assertThat(Symbols.visible('a')).isEqualTo("a");
        assertThat(Symbols.visible(0x2003)).isEqualTo("em space");
        assertThat(Symbols.visible(0x1F600)).isEqualTo("😀");
    }
}
