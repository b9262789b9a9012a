package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import unroll.cli.OptionRange.Numeric;
import unroll.files.OutputFile;
import unroll.files.OutputLock;
import unroll.message.Formats;
import unroll.message.Wording;
import unroll.settings.SettingsSchema;
import unroll.sweep.LocalSweep;
import unroll.sweep.SweepEstimate;
import unroll.sweep.SweepPlan;
import unroll.sweep.SweepTable;
import unroll.sweep.Trial;
import unroll.sweep.TrialRunner;

@Command(
        name = "sweep",
        description = {
            "Train every combination of the settings in a plan, several side by side.",
            "Appends a row to a table as each trial ends; started again, it trains only what the table lacks. Prints the best as"
                    + " a line of JSON."
        })
final class SweepCommand extends Subcommand {
    private static final String OUT = "--out";

    @Parameters(paramLabel = "PLAN", description = "The plan, a file of JSON; docs/sweeps.md describes it.")
    private Path file = Path.of("");

    @Option(names = OUT, paramLabel = "FILE.csv", description = "The table of the trials, to begin or to go on with.")
    private @Nullable Path out;

    @Option(
            names = "--metrics-dir",
            paramLabel = "FOLDER",
            description = "Write the curves of every trial here, as trial-0001.csv and so on.")
    private @Nullable Path metrics;

    @Option(
            names = "--models-dir",
            paramLabel = "FOLDER",
            description = "Save every trained model here, as trial-0001.safetensors and so on.")
    private @Nullable Path models;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Trials side by side (default: as many as their threads find cores).")
    @Numeric(OptionRange.FROM_1)
    private @Nullable Integer jobs;

    @Option(names = "--trial", paramLabel = "N", description = "Train this trial alone, for a cluster that counts.")
    @Numeric(OptionRange.FROM_1)
    private @Nullable Integer trial;

    @Option(names = "--list", description = "Train nothing; print the trials, with the time and memory they take.")
    private boolean list;

    @Option(names = "--yes", description = "Train more than " + SweepPlan.MANY + " trials without asking.")
    private boolean yes;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        SweepPlan plan = SweepPlan.read(file);
        List<Trial> trials = trials(plan);
        int sideBySide = sideBySide(plan);
        TrialRunner runner = new TrialRunner(plan, plan.open());
        SweepEstimate estimate = SweepEstimate.of(runner);
        if (list) {
            printTrials(estimate, trials, estimate.seconds(runner, sideBySide));
            return CommandLineProgram.DONE;
        }
        requireMeant(trials, runner, estimate, sideBySide);
        estimate.requireFit(Math.min(sideBySide, trials.size()));
        OutputFile table = new OutputFile(OUT, tableFile(), SweepTable.REPLACEABLE);
        fromOutputs(() -> OutputFile.check(inputs(runner.plan()), List.of(table)));
        makeFolder(metrics);
        makeFolder(models);
        try (OutputLock lock = fromOutputs(() -> OutputLock.of(List.of(table)))) {
            return train(runner, trials, sideBySide);
        }
    }

    private List<Trial> trials(SweepPlan plan) {
        if (trial == null) {
            return plan.trials();
        }
        Trial one = plan.trial(trial);
        if (one == null) {
            throw misunderstood(String.format(
                    Locale.ROOT,
                    "--trial is %d; choose a whole number from 1 to %d.",
                    trial,
                    plan.trials().size()));
        }
        return List.of(one);
    }

    private int sideBySide(SweepPlan plan) {
        long threads = SettingsSchema.THREADS.get(plan.trials().get(0).settings());
        return jobs != null ? jobs : (int) Math.max(1, Runtime.getRuntime().availableProcessors() / threads);
    }

    private Path tableFile() {
        if (out == null) {
            throw misunderstood("A file for the table is missing; give one with --out FILE.csv.");
        }
        return out;
    }

    private void requireMeant(List<Trial> trials, TrialRunner runner, SweepEstimate estimate, int sideBySide)
            throws IOException {
        if (trials.size() > SweepPlan.MANY && !yes) {
            throw misunderstood("This plan has %s, which take about %s; pass --yes to train them, or shorten an axis."
                    .formatted(
                            Wording.count(trials.size(), "trial"), Formats.time(estimate.seconds(runner, sideBySide))));
        }
    }

    private Map<String, Path> inputs(SweepPlan plan) {
        Map<String, Path> inputs = new LinkedHashMap<>(plan.inputs());
        inputs.put("the plan", file);
        return inputs;
    }

    private static void makeFolder(@Nullable Path folder) throws IOException {
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    private int train(TrialRunner runner, List<Trial> trials, int sideBySide) throws IOException {
        SweepTable table = SweepTable.open(tableFile(), runner);
        LocalSweep sweep = new LocalSweep(runner, table, new LocalSweep.Folders(metrics, models));
        boolean complete;
        try (StopRequest stop = new StopRequest();
                TerminalSession terminal = quiet ? null : TerminalSession.open();
                TerminalBar bar = terminal == null ? null : bar(terminal, table, trials.size())) {
            LocalSweep.Listener shown = quiet
                    ? LocalSweep.Listener.NONE
                    : new SweepDisplay(err(), bar, table, trials.size(), System::nanoTime);
            complete = sweep.run(trials, sideBySide, () -> !stop.isRequested(), shown);
        }
        print(result(table, runner.plan()));
        return complete ? CommandLineProgram.DONE : CommandLineProgram.INTERRUPTED;
    }

    private static TerminalBar bar(TerminalSession terminal, SweepTable table, int trials) {
        return new TerminalBar(System.err, terminal::columns, " trials", trials, table.size(), Duration.ZERO);
    }

    private ObjectNode result(SweepTable table, SweepPlan plan) {
        ObjectNode result = JsonOutput.object();
        result.put("trials", plan.trials().size());
        result.put("done", table.size());
        result.put("diverged", table.diverged());
        SweepTable.Entry best = table.best();
        if (best == null) {
            result.putNull("best");
        } else {
            ObjectNode one = result.putObject("best");
            one.put("trial", best.trial());
            one.put("name", best.name());
            JsonOutput.put(one, "validationLoss", best.loss());
        }
        result.put("out", String.valueOf(out));
        return result;
    }

    private void printTrials(SweepEstimate estimate, List<Trial> trials, double seconds) {
        for (Trial one : trials) {
            SweepEstimate.Cost cost = estimate.costs().get(one.number() - 1);
            ObjectNode line = JsonOutput.object();
            line.put("trial", one.number());
            line.put("name", one.name());
            line.put("steps", cost.steps());
            line.put("parameters", cost.parameters());
            line.put("memoryBytes", cost.memory().total());
            print(line);
        }
        err().println(String.format(
                Locale.ROOT,
                "%s, about %s in all; the largest takes about %s of memory.",
                Wording.count(trials.size(), "trial"),
                Formats.time(seconds),
                Formats.bytes(estimate.memory())));
    }
}
