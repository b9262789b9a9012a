package unroll.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NumericRangeTest {
    @Test
    void readsWhatIsAllowedAndRefusesTheRestInASentence() {
        NumericRange size = NumericRange.whole(1, 4096);
        assertThat(size.parse(" 128 ")).isEqualTo(128);
        assertThatThrownBy(() -> size.parse("1.5")).hasMessage("“1.5” is not a whole number from 1 to 4096.");
        assertThatThrownBy(() -> size.parse("0")).hasMessage("“0” is not a whole number from 1 to 4096.");
        assertThatThrownBy(() -> size.parse("")).hasMessage("Enter a whole number from 1 to 4096.");
        NumericRange rate = NumericRange.above0(0.002);
        assertThat(rate.parse("1e-3")).isEqualTo(0.001);
        assertThatThrownBy(() -> rate.parse("0")).hasMessage("“0” is not a number above 0, for example 0.002.");
        assertThatThrownBy(() -> rate.parse("NaN")).isInstanceOf(IllegalArgumentException.class);
        assertThat(NumericRange.text(1e-7)).isEqualTo("0.0000001");
    }
}
