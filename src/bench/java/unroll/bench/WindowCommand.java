package unroll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what the instruments of the window cost, hidden and shown, and writes a page. */
@Command(
        name = "window",
        mixinStandardHelpOptions = true,
        description =
                "Train in the program's window and measure what its pages cost, hidden and shown; needs a screen.")
final class WindowCommand implements Callable<Integer> {
    private static final String HIDDEN = """

            ## Hidden

            Characters a second in the second minute, while only the curves were ever shown and no moments were kept for the time machine,
            and while every other page had been opened once and lay behind them and moments were kept; each in a fresh process, one
            after the other.

            | round | curves alone | all pages behind | ratio |
            |--:|--:|--:|--:|
            """;
    private static final String SHOWN = """

            ## Shown

            One process, each page in turn, with what it does by itself while a network trains. Frames are counted while the
            whole page is redrawn in every one of them, as when it is scrolled.

            | page | characters a second | frames a second |
            |---|--:|--:|
            """;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds of hidden pages (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description =
                    "Seconds of a measurement with hidden pages; shown ones take a quarter (default: ${DEFAULT-VALUE}).")
    private int seconds = 40;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the page goes (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("docs", "benchmarks", "window.md");

    @Override
    public Integer call() throws IOException {
        Suite.requirePositive("--rounds", rounds);
        Suite.requirePositive("--seconds", seconds);
        Build build = Build.here();
        StringBuilder page = new StringBuilder("# What the instruments cost%n%n".formatted());
        page.append(Machine.head(BlasProbe.measure(build, BlasProbe.SMALL_PRODUCT)))
                .append(HIDDEN);
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double alone = speed(probe(build, WindowProbe.Scenario.CURVES_ALONE, seconds));
            double behind = speed(probe(build, WindowProbe.Scenario.CURVES_BEFORE_ALL, seconds));
            ratios.add(behind / alone);
            page.append(line("| %d | %,.0f | %,.0f | %.3f |", round, alone, behind, behind / alone));
        }
        page.append(line("| median | | | %s |", Spread.of(ratios))).append(SHOWN);
        probe(build, WindowProbe.Scenario.EACH, Math.max(1, seconds / 4))
                .fields()
                .forEachRemaining(shown -> page.append(line(
                        "| %s | %,.0f | %.0f |",
                        shown.getKey(),
                        speed(shown.getValue()),
                        shown.getValue().path("framesPerSecond").asDouble())));
        Suite.write(out, page.toString());
        System.out.print(page);
        return 0;
    }

    private static JsonNode probe(Build build, WindowProbe.Scenario scenario, int seconds) {
        String classPath = build.suite() + File.pathSeparator + build.program();
        List<String> command = new ArrayList<>(build.java("-cp", classPath, Probe.class.getName()));
        command.addAll(List.of(scenario.name(), "" + seconds));
        return new Child(command).json();
    }

    /** Starts the probe; a class that extends Application cannot be started from the class path itself. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] arguments) {
            WindowProbe.main(arguments);
        }
    }

    private static double speed(JsonNode measured) {
        return measured.path("charactersPerSecond").asDouble();
    }

    private static String line(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures) + System.lineSeparator();
    }
}
