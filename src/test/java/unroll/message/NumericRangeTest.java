package unroll.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumericRangeTest {
    private static final NumericRange SIZE = NumericRange.whole(1, 4096);
    private static final NumericRange RATE = NumericRange.above0(0.002);

    @Test
    void readsWhatIsAllowed() {
        assertThat(SIZE.parse("The size", " 128 ")).isEqualTo(128);
        assertThat(RATE.parse("The rate", "1e-3")).isEqualTo(0.001);
        assertThat(NumericRange.whole(Long.MIN_VALUE, Long.MAX_VALUE).parseWhole("The seed", "9007199254740993"))
                .isEqualTo(9_007_199_254_740_993L);
        assertThat(NumericRange.share(0.2).parse("The share", "0")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "0", "4097", "99999999999999999999", "-1"})
    void repeatsANumberAsItIs(String entry) {
        assertThatThrownBy(() -> SIZE.parseWhole("The size", entry))
                .isInstanceOf(ProblemException.class)
                .hasMessage("The size is %s; choose a whole number from 1 to 4096.", entry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "0x10", "7f", "NaN", "Infinity", "٣", "0,5"})
    void quotesWhatIsNoNumber(String entry) {
        assertThatThrownBy(() -> RATE.parse("--rate", entry))
                .isInstanceOf(ProblemException.class)
                .hasMessage("--rate is \"%s\"; choose a number above 0, for example 0.002.", entry);
    }

    @Test
    void refusesNumbersOutside() {
        assertThatThrownBy(() -> RATE.parse("The rate", "0"))
                .hasMessage("The rate is 0; choose a number above 0, for example 0.002.");
        assertThatThrownBy(() -> RATE.parse("The rate", "1e999"))
                .hasMessage("The rate is 1e999; choose a number above 0, for example 0.002.");
        assertThatThrownBy(() -> RATE.require("The rate", Double.NaN))
                .hasMessage("The rate is NaN; choose a number above 0, for example 0.002.");
        assertThatThrownBy(() -> NumericRange.share(0.2).require("The dropout", 1))
                .hasMessage("The dropout is 1; choose a share from 0 to below 1, for example 0.2.");
        assertThatThrownBy(() -> NumericRange.whole(Long.MIN_VALUE, Long.MAX_VALUE)
                        .parseWhole("The seed", "9223372036854775808"))
                .hasMessageStartingWith(
                        "The seed is 9223372036854775808; choose a whole number from -9223372036854775808");
    }

    @Test
    void writesNumbersAsAUserTypesThem() {
        assertThat(NumericRange.text(1e-7)).isEqualTo("0.0000001");
        assertThat(NumericRange.text(50)).isEqualTo("50");
        assertThat(NumericRange.text(0.1)).isEqualTo("0.1");
        assertThat(NumericRange.text(1e38)).isEqualTo("1e38");
    }
}
