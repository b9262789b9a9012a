package unroll.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DivergingColorsTest {
    @ParameterizedTest
    @EnumSource
    void lettersCanBeReadOnEveryColor(DivergingColors tones) {
        for (int i = -100; i <= 100; i++) {
            Color diverging = tones.diverging(i / 100.0);
            Color sequential = tones.sequential(i / 100.0);
            assertThat(contrast(diverging)).as("contrast at %d %%", i).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(sequential)).as("contrast at %d %%", i).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STRONG_LIGHT", "STRONG_DARK"})
    void lettersCanBeReadFromTheLastRow(DivergingColors tones) {
        for (int i = -100; i <= 100; i++) {
            assertThat(contrast(tones.diverging(i / 100.0)))
                    .as("contrast at %d %%", i)
                    .isGreaterThanOrEqualTo(7);
            assertThat(contrast(tones.sequential(i / 100.0)))
                    .as("contrast at %d %%", i)
                    .isGreaterThanOrEqualTo(7);
        }
    }

    @Test
    void followTheTextOfTheTheme() {
        assertThat(DivergingColors.with(Color.web("#24292f"))).isEqualTo(DivergingColors.LIGHT);
        assertThat(DivergingColors.with(Color.web("#c9d1d9"))).isEqualTo(DivergingColors.DARK);
        assertThat(DivergingColors.with(Color.BLACK)).isEqualTo(DivergingColors.STRONG_LIGHT);
        assertThat(DivergingColors.with(Color.WHITE)).isEqualTo(DivergingColors.STRONG_DARK);
    }

    @ParameterizedTest
    @EnumSource
    void growStrongerOnBothSides(DivergingColors tones) {
        assertThat(tones.diverging(0)).isEqualTo(tones.sequential(0));
        assertThat(tones.diverging(-1).getBlue())
                .isGreaterThan(tones.diverging(-1).getRed());
        assertThat(tones.diverging(1).getRed()).isGreaterThan(tones.diverging(1).getBlue());
        assertThat(tones.diverging(7)).isEqualTo(tones.diverging(1));
    }

    private static double contrast(Color background) {
        double a = DivergingColors.luminance(background) + 0.05;
        double b = DivergingColors.luminance(DivergingColors.inkOn(background)) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }
}
