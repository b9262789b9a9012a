package unroll.message;

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
    void countsAThousandBytesAsTheNextUnitEverywhere() {
        assertThat(Formats.bytes(999)).isEqualTo("999 bytes");
        assertThat(Formats.bytes(12_300)).isEqualTo("12 KB");
        assertThat(Formats.bytes(61_000_000)).isEqualTo("61.0 MB");
        assertThat(Formats.bytes(1_200_000_000)).isEqualTo("1.2 GB");
    }

    @Test
    void writesSmallAndLargeNumbersWithPowersOfTen() {
        assertThat(Formats.number(0.0126)).isEqualTo("0.0126");
        assertThat(Formats.number(42.53)).isEqualTo("42.5");
        assertThat(Formats.number(0)).isEqualTo("0");
        assertThat(Formats.number(-4.2e-7)).isEqualTo("-4.2×10⁻⁷");
        assertThat(Formats.number(9.999e20)).isEqualTo("1×10²¹");
        assertThat(Formats.number(123_456)).isEqualTo("1.23×10⁵");
        assertThat(Formats.number(Double.NaN)).isEqualTo("–");
        assertThat(Formats.number(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(Formats.loss(1e9)).isEqualTo("1×10⁹");
        assertThat(Formats.powerOfTen(-12)).isEqualTo("10⁻¹²");
    }

    @Test
    void labelsTicksShortlyAndExactly() {
        assertThat(Formats.tick(0.30000000000000004, 0.1)).isEqualTo("0.3");
        assertThat(Formats.tick(1500, 500)).isEqualTo("1,500");
        assertThat(Formats.tick(120_000, 20_000)).isEqualTo("120k");
        assertThat(Formats.tick(2_500_000, 500_000)).isEqualTo("2.5M");
        assertThat(Formats.tick(5e21, 1e21)).isEqualTo("5×10²¹");
        assertThat(Formats.tick(5e-7, 5e-7)).isEqualTo("5×10⁻⁷");
        assertThat(Formats.tick(0, 1)).isEqualTo("0");
        assertThat(Formats.tick(1.0000002, 1e-7)).isEqualTo("1.0000002");
    }

    @Test
    void writesForOtherProgramsWithoutExponentsAndCommas() {
        assertThat(Formats.figures(1.23456789)).isEqualTo("1.23457");
        assertThat(Formats.figures(Double.NaN)).isEmpty();
    }
}
