package unroll.ui.projector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.plot.Ink;
import unroll.plot.Palette;
import unroll.ui.control.CanvasSurface;

/** Contrast as WCAG 2.1 measures it: 7 is what it asks for readers with poor sight, and what a washed-out beamer leaves readable. */
class ContrastTest {
    private static final double MIN_CONTRAST = 7;
    /** What WCAG asks of borders and other shapes. */
    private static final double MIN_FOR_SHAPES = 3;

    private static final List<String> LETTERS = List.of(
            "fg-default",
            "fg-muted",
            "fg-subtle",
            "accent-fg",
            "success-fg",
            "warning-fg",
            "danger-fg",
            "danger-emphasis");
    private static final List<String> GROUNDS = List.of(
            "bg-default",
            "bg-overlay",
            "bg-subtle",
            "bg-inset",
            "neutral-subtle",
            "accent-subtle",
            "success-subtle",
            "warning-subtle",
            "danger-subtle");
    private static final List<String> FILLS =
            List.of("accent-emphasis", "success-emphasis", "warning-emphasis", "danger-emphasis", "neutral-emphasis");

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void lettersStandOutFromEveryGround(String sheet) throws IOException {
        Map<String, Color> colors = colors(sheet);
        for (String ground : GROUNDS) {
            for (String letters : LETTERS) {
                assertThat(contrast(colors, letters, ground))
                        .as("%s: %s on %s", sheet, letters, ground)
                        .isGreaterThanOrEqualTo(MIN_CONTRAST);
            }
        }
        for (String fill : FILLS) {
            assertThat(contrast(colors, "fg-emphasis", fill))
                    .as("%s: letters on %s", sheet, fill)
                    .isGreaterThanOrEqualTo(MIN_CONTRAST);
        }
        assertThat(contrast(colors, "border-default", "bg-default"))
                .as("%s: borders", sheet)
                .isGreaterThanOrEqualTo(MIN_FOR_SHAPES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void paperAndInkArePure(String sheet) throws IOException {
        Map<String, Color> colors = colors(sheet);
        assertThat(List.of(colors.get("fg-default"), colors.get("bg-default")))
                .containsExactlyInAnyOrder(Color.BLACK, Color.WHITE);
    }

    @ParameterizedTest
    @EnumSource
    void curvesStandOutFromTheirPaper(Palette usual) {
        Palette palette = usual.stronger();
        Color paper = color(palette, Ink.PAPER);
        assertThat(palette.stronger()).isEqualTo(palette);
        assertThat(contrast(color(palette, Ink.TEXT), paper)).isGreaterThanOrEqualTo(MIN_CONTRAST);
        for (int i = 0; i < 4; i++) {
            assertThat(contrast(color(palette, Ink.series(i)), paper))
                    .as("%s: %s", palette, Ink.series(i))
                    .isGreaterThanOrEqualTo(MIN_CONTRAST);
        }
        assertThat(contrast(color(palette, Ink.GRID), paper)).isGreaterThanOrEqualTo(2.5);
    }

    private static Color color(Palette palette, Ink ink) {
        return CanvasSurface.color(palette.rgb(ink));
    }

    private static Map<String, Color> colors(String sheet) throws IOException {
        try (InputStream in = Objects.requireNonNull(Projector.class.getResourceAsStream(sheet))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Color> colors = new HashMap<>();
            Pattern.compile("-color-([a-z-]+): (#[0-9a-f]{6});")
                    .matcher(text)
                    .results()
                    .forEach((MatchResult rule) -> colors.put(rule.group(1), Color.web(rule.group(2))));
            return colors;
        }
    }

    private static double contrast(Map<String, Color> colors, String one, String other) {
        return contrast(Objects.requireNonNull(colors.get(one), one), Objects.requireNonNull(colors.get(other), other));
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
