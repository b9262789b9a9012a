package unroll.bench;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A row of the table, measured. */
record Row(Comparison comparison, List<Round> rounds) {
    /** Characters a second of both, one right after the other. */
    record Round(double unroll, double peer) {
        double ratio() {
            return unroll / peer;
        }
    }

    private static final String HEAD = """
            | work | threads | peer | Unroll chars/s | peer chars/s | ratio | at least | aim |
            |---|--:|---|--:|--:|--:|--:|--:|
            """;

    /** The rows as a Markdown table. */
    static String table(List<Row> rows) {
        return rows.stream().map(Row::markdown).collect(Collectors.joining("", HEAD, ""));
    }

    /** The median of the rounds' ratios, not the ratio of the medians: what disturbs the machine for a minute disturbs both. */
    Spread ratio() {
        return Spread.of(rounds.stream().map(Round::ratio).toList());
    }

    private String markdown() {
        Spread unroll = Spread.of(rounds.stream().map(Round::unroll).toList());
        Spread peer = Spread.of(rounds.stream().map(Round::peer).toList());
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %,.0f | %,.0f | %s | %s | %s |%n",
                comparison.label(),
                comparison.threads(),
                comparison.peer().name(),
                unroll.median(),
                peer.median(),
                ratio(),
                number(comparison.atLeast()),
                number(comparison.aim()));
    }

    private static String number(double target) {
        return new DecimalFormat("0.0#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(target);
    }
}
