package unroll.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import unroll.bench.Contender.Speed;

/** Measures Unroll and its peers in turn, and writes the table. */
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description = "Measure Unroll and other programs in turn, each time in a fresh process, and write the table.")
final class TableCommand implements Callable<Integer> {
    private static final String LEGEND = """

            Characters a second, medians over the rounds. A round is a fresh process of Unroll and then one of each peer; the ratio is
            the median of the rounds' ratios, with the smallest and the largest. A training step is forward, backward, clipping and
            update in 32 bits on random symbols of a vocabulary of 65; loading data is not timed on any side. The share of the peak is what
            Unroll's matrix products would take at the processor's peak, over what the whole takes.

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
            description = "Only rows that hold all these words, for example \"gru 1-thread\".")
    private String only = "";

    @Option(
            names = "--peers",
            paramLabel = "FOLDER",
            description = "Python environments named torch, keras and jax; python3 where one is missing"
                    + " (default: ${DEFAULT-VALUE}).")
    private Path environments = Path.of("target", "peers");

    @Option(names = "--out", paramLabel = "FILE", description = "Where the table goes (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("docs", "benchmarks", "table.md");

    @Override
    public Integer call() throws IOException {
        Suite.requirePositive("--rounds", rounds);
        Build build = Build.here();
        List<Comparison> comparisons =
                Comparison.ALL.stream().filter(row -> row.matches(only)).toList();
        if (comparisons.isEmpty()) {
            throw new SuiteException("No row holds all the words of --only \"%s\".".formatted(only));
        }
        StringBuilder missing = new StringBuilder();
        List<Contender> peers = peers(build, missing);
        List<String> names = peers.stream().map(Contender::name).toList();
        BlasProbe.Peak probe = BlasProbe.measure(build, BlasProbe.SMALL_PRODUCT);
        String head = String.format(
                Locale.ROOT,
                "# Unroll beside other programs%n%n%s| peers | %s |%n| rounds | %d |%n%n",
                Machine.head(probe),
                String.join("; ", names),
                rounds);
        List<Row> rows = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            rows.add(measure(comparison, new UnrollProgram(build), peers));
            // After every row: what was measured for an hour is not lost with the last one.
            String table = Row.table(rows, names, probe.peak());
            Suite.write(out, head + table + LEGEND + Row.variants(rows) + missing);
        }
        System.out.println(Row.table(rows, names, probe.peak()));
        return 0;
    }

    /** All that are there; a sentence for those that are not. */
    private List<Contender> peers(Build build, StringBuilder missing) {
        List<Contender> peers = new ArrayList<>();
        for (PythonPeer.Library library : PythonPeer.Library.values()) {
            try {
                peers.add(library.in(environments));
            } catch (SuiteException absent) {
                System.err.println(absent.getMessage());
                missing.append("%n%s%n".formatted(absent.getMessage()));
            }
        }
        peers.add(new Dl4j(build));
        return peers;
    }

    private Row measure(Comparison comparison, Contender unroll, List<Contender> peers) {
        System.err.printf("%s, threads %d%n", comparison.label(), comparison.threads());
        Measurement measurement = comparison.measurement(steps);
        List<Speed> ours = new ArrayList<>();
        Map<String, List<Speed>> theirs = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            ours.add(unroll.measure(measurement));
            for (Contender peer : peers) {
                if (peer.does(measurement)) {
                    theirs.computeIfAbsent(peer.name(), name -> new ArrayList<>())
                            .add(peer.measure(measurement));
                }
            }
            int round = i;
            System.err.printf(
                    Locale.ROOT,
                    "  Unroll %,.0f; %s%n",
                    ours.get(round).charactersPerSecond(),
                    theirs.entrySet().stream()
                            .map(peer -> String.format(
                                    Locale.ROOT,
                                    "%s %,.0f",
                                    peer.getKey(),
                                    peer.getValue().get(round).charactersPerSecond()))
                            .collect(Collectors.joining("; ")));
        }
        return new Row(comparison, ours, theirs);
    }
}
