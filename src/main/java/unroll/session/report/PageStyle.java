package unroll.session.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import unroll.plot.Ink;
import unroll.plot.Palette;

/** How a report looks: light, dark and on paper. Blue, orange and green of Okabe and Ito's set for color-blind readers. */
final class PageStyle {
    private static final List<Ink> CURVES = List.of(Ink.BLUE, Ink.ORANGE, Ink.GREEN, Ink.PURPLE);

    /** Without angle brackets and quotes, which XML and HTML would read differently here. */
    static final String CSS = """

            :root { color-scheme: light dark; --paper: #ffffff; --text: #1f2328; --muted: #57606a; --grid: #d8dee4; --card: #f6f8fa;
              LIGHT }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #0d1117; --text: #e6edf3; --muted: #9aa4af; --grid: #30363d; --card: #161b22;
                DARK }
            }
            @media print {
              :root { color-scheme: light; --paper: #ffffff; --text: #000000; --muted: #444444; --grid: #cccccc; --card: #ffffff;
                LIGHT }
              body { max-width: none; padding: 0; font-size: 10pt; }
              figure, .sample, tr, .facts div { break-inside: avoid; }
              h2 { break-after: avoid; }
            }
            @page { margin: 18mm; }
            * { box-sizing: border-box; }
            body { background: var(--paper); color: var(--text); font: 16px/1.5 system-ui, sans-serif; max-width: 52rem;
              margin: 0 auto; padding: 1.5rem 1rem 3rem; }
            h1 { font-size: 1.7rem; line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
            h2 { font-size: 1.2rem; margin: 2rem 0 0.6rem; border-bottom: 1px solid var(--grid); }
            h3 { font-size: 1rem; margin: 1.2rem 0 0.3rem; }
            .when { color: var(--muted); margin: 0.2rem 0 0; }
            .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 0.6rem; margin: 0; }
            .facts div { background: var(--card); border: 1px solid var(--grid); border-radius: 0.4rem; padding: 0.4rem 0.7rem; }
            .facts dt { color: var(--muted); font-size: 0.85rem; }
            .facts dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
            figure { margin: 0 0 1rem; }
            svg { width: 100%; height: auto; display: block; }
            svg text { fill: var(--muted); font-size: 12px; font-family: system-ui, sans-serif; }
            svg text.bold { font-weight: bold; }
            .line { fill: none; stroke-linejoin: round; } .area { stroke: none; }
            .line.text { stroke: var(--muted); } .area.text { fill: var(--muted); } .line.grid { stroke: var(--grid); }
            INKS
            pre { background: var(--card); border: 1px solid var(--grid); border-radius: 0.4rem; padding: 0.6rem 0.8rem;
              white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; font: 0.85rem/1.45 ui-monospace, monospace; margin: 0; }
            .notes { font: inherit; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.6rem 0.2rem 0; border-bottom: 1px solid var(--grid); overflow-wrap: anywhere; }
            th { color: var(--muted); font-weight: normal; width: 14rem; }
            .answers th { color: inherit; width: 50%; }
            """.replace("LIGHT", colors(Palette.LIGHT))
            .replace("DARK", colors(Palette.DARK))
            .replace("INKS", inks());

    private PageStyle() {}

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
