package unroll.session.report;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import unroll.plot.Ink;
import unroll.plot.Palette;

/** How a report looks: light, dark and on paper. Blue, orange and green of Okabe and Ito's set for color-blind readers. */
final class PageStyle {
    private static final List<Ink> CURVES = List.of(Ink.BLUE, Ink.ORANGE, Ink.GREEN, Ink.PURPLE);

    /** Without angle brackets and quotes, which XML and HTML would read differently here. */
    static final String CSS = "\n"
            + template()
                    .replace("/* light */", colors(Palette.LIGHT))
                    .replace("/* dark */", colors(Palette.DARK))
                    .replace("/* inks */", inks());

    private PageStyle() {}

    private static String template() {
        try (InputStream css = Objects.requireNonNull(PageStyle.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static String colors(Palette palette) {
        return CURVES.stream()
                .map(ink -> "--%s: %s;".formatted(name(ink), palette.css(ink)))
                .collect(joining(" "));
    }

    private static String inks() {
        return CURVES.stream()
                .map(PageStyle::name)
                .map(name -> ".line.%1$s { stroke: var(--%1$s); } .area.%1$s { fill: var(--%1$s); }".formatted(name))
                .collect(joining(" "));
    }

    private static String name(Ink ink) {
        return ink.name().toLowerCase(Locale.ROOT);
    }
}
