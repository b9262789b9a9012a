package unroll.session.report;

/** How a report looks: light, dark and on paper. Blue, orange and green of Okabe and Ito's set for color-blind readers. */
final class PageStyle {
    /** Without angle brackets and quotes, which XML and HTML would read differently here. */
    static final String CSS = """

            :root { color-scheme: light dark; --paper: #ffffff; --text: #1f2328; --muted: #57606a; --grid: #d8dee4; --card: #f6f8fa;
              --loss: #0b62b0; --validation: #b84a00; --gradient: #00795a; }
            @media (prefers-color-scheme: dark) {
              :root { --paper: #0d1117; --text: #e6edf3; --muted: #9aa4af; --grid: #30363d; --card: #161b22;
                --loss: #5fb2f2; --validation: #ff9f4a; --gradient: #3fc79a; }
            }
            @media print {
              :root { color-scheme: light; --paper: #ffffff; --text: #000000; --muted: #444444; --grid: #cccccc; --card: #ffffff;
                --loss: #0b62b0; --validation: #b84a00; --gradient: #00795a; }
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
            .side, .guide-name { text-anchor: end; }
            .foot { text-anchor: middle; }
            .grid { stroke: var(--grid); fill: none; }
            .axis { stroke: var(--muted); fill: none; }
            .guide { stroke: var(--muted); fill: none; stroke-dasharray: 6 4; }
            .line { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
            .band { opacity: 0.18; stroke: none; }
            .line.loss { stroke: var(--loss); } .band.loss, .mark.loss { fill: var(--loss); }
            .line.validation { stroke: var(--validation); stroke-width: 1; } .mark.validation { fill: var(--validation); }
            .line.gradient { stroke: var(--gradient); } .band.gradient, .mark.gradient { fill: var(--gradient); }
            figcaption { color: var(--muted); font-size: 0.85rem; padding-left: 3.4rem; }
            .key { margin-right: 1.4rem; }
            .key.loss .sign { color: var(--loss); } .key.validation .sign { color: var(--validation); }
            .key.gradient .sign { color: var(--gradient); }
            pre { background: var(--card); border: 1px solid var(--grid); border-radius: 0.4rem; padding: 0.6rem 0.8rem;
              white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; font: 0.85rem/1.45 ui-monospace, monospace; margin: 0; }
            .notes { font: inherit; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: 0.2rem 0.6rem 0.2rem 0; border-bottom: 1px solid var(--grid); overflow-wrap: anywhere; }
            th { color: var(--muted); font-weight: normal; width: 14rem; }
            .answers th { color: inherit; width: 50%; }
            """;

    private PageStyle() {}
}
