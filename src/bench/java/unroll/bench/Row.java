package unroll.bench;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import unroll.bench.Contender.Speed;

/**
 * A row of the table, measured.
 *
 * @param unroll its speeds, one a round
 * @param peers those of each peer that does this work, by name, as many
 */
record Row(Comparison comparison, List<Speed> unroll, Map<String, List<Speed>> peers) {
    /**
     * The rows as a Markdown table with a column for each peer.
     *
     * @param peers names, in the order of the columns
     * @param peak of one core, 10⁹ operations a second
     */
    static String table(List<Row> rows, List<String> peers, double peak) {
        String columns = String.join(" | ", peers);
        String head = "| work | threads | Unroll | share of peak | %s | ratio to the fastest | at least | aim |%n"
                + "|---|--:|--:|--:|%s--:|--:|--:|%n";
        return head.formatted(columns, "--:|".repeat(peers.size()))
                + rows.stream().map(row -> row.markdown(peers, peak)).collect(Collectors.joining());
    }

    /** How each peer did what it did, a line each. */
    static String variants(List<Row> rows) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            row.peers.forEach((peer, speeds) -> {
                if (!speeds.get(0).variant().isEmpty()) {
                    lines.put(
                            peer + row.comparison.label(),
                            "- %s, %s: %s.%n"
                                    .formatted(
                                            peer,
                                            row.comparison.label(),
                                            speeds.get(0).variant()));
                }
            });
        }
        return String.join("", lines.values());
    }

    /** The name and the speeds of the peer with the highest median. */
    private Optional<Map.Entry<String, List<Speed>>> fastest() {
        return peers.entrySet().stream()
                .max(Comparator.comparingDouble(peer -> spread(peer.getValue()).median()));
    }

    /** The median of the rounds' ratios, not the ratio of the medians: what disturbs the machine for a minute disturbs both. */
    Spread ratioTo(List<Speed> peer) {
        return Spread.of(IntStream.range(0, unroll.size())
                .mapToObj(round -> unroll.get(round).charactersPerSecond()
                        / peer.get(round).charactersPerSecond())
                .toList());
    }

    /** What Unroll's products reach of what so many cores can multiply and add at most. */
    double shareOf(double peak) {
        double operations = spread(unroll).median() * comparison.operationsPerCharacter();
        return operations / (peak * 1e9 * comparison.threads());
    }

    private String markdown(List<String> columns, double peak) {
        String speeds = columns.stream()
                .map(peer -> peers.getOrDefault(peer, List.of()))
                .map(measured -> measured.isEmpty() ? "" : number(measured))
                .collect(Collectors.joining(" | "));
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %.2f | %s | %s | %s | %s |%n",
                comparison.label(),
                comparison.threads(),
                number(unroll),
                shareOf(peak),
                speeds,
                fastest().map(this::ratio).orElse(""),
                target(comparison.atLeast()),
                target(comparison.aim()));
    }

    private String ratio(Map.Entry<String, List<Speed>> fastest) {
        Spread ratio = ratioTo(fastest.getValue());
        return ratio + (ratio.median() < 1 ? ", **behind %s**" : ", ahead of %s").formatted(fastest.getKey());
    }

    private static String number(List<Speed> speeds) {
        return String.format(Locale.ROOT, "%,.0f", spread(speeds).median());
    }

    private static Spread spread(List<Speed> speeds) {
        return Spread.of(speeds.stream().map(Speed::charactersPerSecond).toList());
    }

    private static String target(double ratio) {
        return new DecimalFormat("0.0#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(ratio);
    }
}
