package unroll.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @ParameterizedTest
    @EnumSource
    void lettersCanBeReadOnEveryShade(Palette palette) {
        assertContrast(palette, 4.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"STRONG_LIGHT", "STRONG_DARK"})
    void lettersCanBeReadFromTheLastRow(Palette palette) {
        assertContrast(palette, 7);
    }

    private static void assertContrast(Palette palette, double least) {
        for (int i = -100; i <= 100; i++) {
            double value = i / 100.0;
            assertThat(contrast(palette.diverging(value)))
                    .as("contrast at %d %%", i)
                    .isGreaterThanOrEqualTo(least);
            assertThat(contrast(palette.sequential(value)))
                    .as("contrast at %d %%", i)
                    .isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void followsTheTextOfTheTheme() {
        assertThat(Palette.with(0x24292f)).isEqualTo(Palette.LIGHT);
        assertThat(Palette.with(0xc9d1d9)).isEqualTo(Palette.DARK);
        assertThat(Palette.with(0x000000)).isEqualTo(Palette.STRONG_LIGHT);
        assertThat(Palette.with(0xffffff)).isEqualTo(Palette.STRONG_DARK);
    }

    @ParameterizedTest
    @EnumSource
    void shadesGrowStrongerOnBothSides(Palette palette) {
        assertThat(palette.diverging(0)).isEqualTo(palette.sequential(0));
        assertThat(blue(palette.diverging(-1))).isGreaterThan(red(palette.diverging(-1)));
        assertThat(red(palette.diverging(1))).isGreaterThan(blue(palette.diverging(1)));
        assertThat(palette.diverging(7)).isEqualTo(palette.diverging(1));
    }

    private static int red(int rgb) {
        return rgb >> 16;
    }

    private static int blue(int rgb) {
        return rgb & 0xff;
    }

    private static double contrast(int background) {
        double a = Palette.luminance(background) + 0.05;
        double b = Palette.luminance(Palette.inkOn(background)) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }
}
