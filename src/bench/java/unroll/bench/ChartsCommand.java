package unroll.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import unroll.bench.Measurement.Part;
import unroll.cell.Cells;

/** Measures what a training step costs as its settings grow, and draws it. */
@Command(
        name = "charts",
        mixinStandardHelpOptions = true,
        description = {
            "Draw what a training step costs as its settings grow.",
            "One chart each for hidden size, batch, window, depth and threads, and one for the share of the matrix products;"
                    + " the figures go to figures.md beside them."
        })
final class ChartsCommand implements Callable<Integer> {
    private static final List<String> CELLS = List.of("elman", "gru", "lstm");
    private static final int PEAK_SIZE = 1024;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String HEAD = """
            | varied | value | cell | ms a step | products at the peak, % of the step |
            |---|--:|---|--:|--:|
            """;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Fresh processes a point; their median is drawn (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Training steps a measurement (default: as many as take some seconds).")
    private int steps = 0;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Only these: hidden (with the products), batch, window, depth, threads (default: all).")
    private List<String> only = List.of();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where they go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("docs", "benchmarks", "charts");

    /** A point with what was measured there. */
    private record Cost(Sweep.Point point, double millis) {}

    /** A line of a chart before it is drawn. */
    private record Costs(Sweep sweep, List<Cost> points) {
        String cell() {
            return Cells.named(points.get(0).point().work().cell()).title();
        }
    }

    @Override
    public Integer call() throws IOException {
        Suite.requirePositive("--rounds", rounds);
        List<String> names = Sweep.of(CELLS.get(0)).stream().map(Sweep::name).toList();
        if (!names.containsAll(only)) {
            throw new SuiteException("--only is %s; choose from %s.".formatted(only, names));
        }
        Build build = Build.here();
        double peak = peak(build);
        List<Costs> measured = measureAll(new UnrollProgram(build));
        for (String name : only.isEmpty() ? names : only) {
            draw(
                    measured.stream()
                            .filter(costs -> costs.sweep().name().equals(name))
                            .toList(),
                    peak);
        }
        Suite.write(
                out.resolve("figures.md"),
                figures(Machine.head(BlasProbe.measure(build, BlasProbe.SMALL_PRODUCT)), measured, peak));
        return 0;
    }

    /** 10⁹ operations a second of one core; the best of all rounds, since nothing but other programs can lower it. */
    private double peak(Build build) {
        double best = 0;
        for (int i = 0; i < rounds; i++) {
            best = Math.max(best, BlasProbe.measure(build, PEAK_SIZE).gigaflops());
        }
        return best;
    }

    private List<Costs> measureAll(Contender unroll) {
        List<Costs> measured = new ArrayList<>();
        for (String cell : CELLS) {
            for (Sweep sweep : Sweep.of(cell)) {
                if (only.isEmpty() || only.contains(sweep.name())) {
                    measured.add(measure(unroll, sweep));
                }
            }
        }
        return measured;
    }

    private Costs measure(Contender unroll, Sweep sweep) {
        List<Cost> costs = new ArrayList<>();
        for (Sweep.Point point : sweep.points()) {
            Work work = point.work();
            Measurement measurement =
                    new Measurement(Part.TRAINING, work, point.threads(), steps > 0 ? steps : work.steps());
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                millis.add(1000
                        * work.charactersPerStep()
                        / unroll.measure(measurement).charactersPerSecond());
            }
            costs.add(new Cost(point, Spread.of(millis).median()));
            System.err.printf(
                    Locale.ROOT,
                    "%s %d, %s: %s ms a step%n",
                    sweep.name(),
                    point.value(),
                    work.cell(),
                    Spread.of(millis));
        }
        return new Costs(sweep, costs);
    }

    /** @param lines the same sweep with each cell */
    private void draw(List<Costs> lines, double peak) throws IOException {
        Sweep sweep = lines.get(0).sweep();
        String title = "Cost of a training step against " + sweep.setting();
        new Chart(title, sweep.setting(), "milliseconds a step", lines(lines, Cost::millis))
                .save(out.resolve(sweep.name() + ".png"));
        if (sweep.name().equals("hidden")) {
            String share =
                    String.format(Locale.ROOT, "%% of a step that its products would take at %.0f GFLOP/s", peak);
            new Chart("Share of the matrix products", sweep.setting(), share, lines(lines, cost -> share(cost, peak)))
                    .save(out.resolve("products.png"));
        }
    }

    private static List<Chart.Line> lines(List<Costs> lines, ToDoubleFunction<Cost> figure) {
        return lines.stream()
                .map(costs -> new Chart.Line(
                        costs.cell(),
                        costs.points().stream()
                                .map(cost -> cost.point().value())
                                .toList(),
                        costs.points().stream()
                                .map(cost -> figure.applyAsDouble(cost))
                                .toList()))
                .toList();
    }

    /** What the step's products would take at the peak of all its threads, in percent of what the step takes. */
    private static double share(Cost cost, double peak) {
        double atPeak = cost.point().work().operations() / (peak * cost.point().threads() * NANOS_PER_MILLI);
        return 100 * atPeak / cost.millis();
    }

    private static String figures(String head, List<Costs> measured, double peak) {
        StringBuilder page = new StringBuilder("# Cost of a training step%n%n%s".formatted(head));
        page.append(String.format(Locale.ROOT, "| sgemm peak | %.0f GFLOP/s a core, %d square |%n%n", peak, PEAK_SIZE));
        page.append(Sweep.DEFAULT).append(String.format(".%n%n")).append(HEAD);
        for (Costs costs : measured) {
            for (Cost cost : costs.points()) {
                page.append(String.format(
                        Locale.ROOT,
                        "| %s | %d | %s | %.2f | %.0f |%n",
                        costs.sweep().name(),
                        cost.point().value(),
                        costs.cell(),
                        cost.millis(),
                        share(cost, peak)));
            }
        }
        return page.toString();
    }
}
