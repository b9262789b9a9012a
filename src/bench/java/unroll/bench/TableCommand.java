package unroll.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures Unroll and its peers in turn, and writes the table. */
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description = "Measure Unroll and other programs in turn, each time in a fresh process, and write the table.")
final class TableCommand implements Callable<Integer> {
    private static final String LEGEND = """

            Characters a second are medians over the rounds. A round is a fresh process of Unroll and then one of the peer; the ratio is
            the median of the rounds' ratios, with the smallest and the largest. A training step is forward, backward, clipping and
            update in 32 bits on random symbols of a vocabulary of 65; loading data is not timed on either side.
            """;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds a row (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Training steps a measurement (default: as many as take some seconds).")
    private int steps = 0;

    @Option(
            names = "--only",
            paramLabel = "WORDS",
            description = "Only rows that hold all these words, for example \"gru pytorch 1-thread\".")
    private String only = "";

    @Option(names = "--python", paramLabel = "FILE", description = "Python with PyTorch (default: ${DEFAULT-VALUE}).")
    private String python = "python3";

    @Option(names = "--out", paramLabel = "FILE", description = "Where the table goes (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("docs", "benchmarks", "table.md");

    @Override
    public Integer call() throws IOException {
        Suite.requirePositive("--rounds", rounds);
        Build build = Build.here();
        List<String> notes = new ArrayList<>();
        List<Comparison> comparisons = comparisons(build, notes).stream()
                .filter(row -> row.matches(only))
                .toList();
        if (comparisons.isEmpty()) {
            throw new SuiteException("No row holds all the words of --only \"%s\".".formatted(only));
        }
        String peers =
                comparisons.stream().map(row -> row.peer().name()).distinct().collect(Collectors.joining("; "));
        String head = String.format(
                Locale.ROOT,
                "# Unroll beside other programs%n%n%s| peers | %s |%n| rounds | %d |%n%n",
                Machine.head(build),
                peers,
                rounds);
        List<Row> rows = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            rows.add(measure(new UnrollProgram(build), comparison));
            // After every row: what was measured for an hour is not lost with the last one.
            Suite.write(out, head + Row.table(rows) + LEGEND + String.join("", notes));
        }
        System.out.println(Row.table(rows));
        return 0;
    }

    /** All rows whose peer is there; a note for those that are not. */
    private List<Comparison> comparisons(Build build, List<String> notes) {
        List<Comparison> all = new ArrayList<>();
        try {
            all.addAll(Comparison.withPyTorch(PyTorch.of(python)));
        } catch (SuiteException missing) {
            System.err.println(missing.getMessage());
            notes.add("%n%s%n".formatted(missing.getMessage()));
        }
        all.addAll(Comparison.withDl4j(build));
        return all;
    }

    private Row measure(Contender unroll, Comparison comparison) {
        System.err.printf(
                "%s, threads %d, beside %s%n",
                comparison.label(), comparison.threads(), comparison.peer().name());
        List<Row.Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Row.Round round = new Row.Round(
                    unroll.charactersPerSecond(comparison.ours(steps)),
                    comparison.peer().charactersPerSecond(comparison.theirs(steps)));
            System.err.printf(Locale.ROOT, "  %,.0f : %,.0f = %.2f%n", round.unroll(), round.peer(), round.ratio());
            measured.add(round);
        }
        return new Row(comparison, measured);
    }
}
