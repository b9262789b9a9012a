package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.SafetensorsFile;
import unroll.checkpoint.TrainingData;
import unroll.cli.NumberParser.Numeric;
import unroll.cli.dashboard.Dashboard;
import unroll.files.OutputFile;
import unroll.files.OutputLock;
import unroll.message.Front;
import unroll.message.ProblemException;
import unroll.sample.SamplingSettings;
import unroll.session.data.DataFinder;
import unroll.session.data.Dataset;
import unroll.session.data.OpenedFiles;
import unroll.session.run.HeadlessRun;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.Tasks;
import unroll.train.TextFit;
import unroll.train.TrainingConfig;
import unroll.train.TrainingEvent.Failed;

@Command(
        name = "train",
        description = {
            "Train a model on a text or another task, or continue a saved run.",
            "Prints the result as a line of JSON."
        })
final class TrainCommand extends Subcommand {
    private static final String OUT = "--out";
    static final OutputFile.Replaceable MODEL =
            new OutputFile.Replaceable("a model saved by Unroll", SafetensorsFile::hasChecksum);

    @Option(
            names = "--task",
            paramLabel = "NAME",
            description = {
                "What to learn: a task's name, with its options after a colon (addition:digits=3,reverse=false).",
                "A task has settings of its own to start from. \"unroll tasks\" lists them (default: next-character)."
            })
    private @Nullable String task;

    @Mixin
    private DataOptions data = new DataOptions();

    /** All but the last step, which is one of several ways to say when a run ends. */
    private final SettingOptions options = new SettingOptions(SettingsSchema.ALL.stream()
            .filter(setting -> setting != SettingsSchema.MAX_STEPS)
            .toList());

    @ArgGroup
    private StopCondition.@Nullable StopOption end;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Continue this saved run, with its settings and its text.")
    private @Nullable Path resume;

    @Option(
            names = OUT,
            paramLabel = "FILE",
            description = "Save the model and its run here, during training and at the end.")
    private @Nullable Path out;

    @Option(
            names = "--best",
            paramLabel = "FILE",
            description = "With --out: save the model with the lowest validation loss here.")
    private @Nullable Path best;

    @Option(
            names = "--save-every",
            paramLabel = "SECONDS",
            description = "Time between two saves during training (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "60", range = "from 1 up")
    private int saveEvery = 60;

    @Option(names = "--metrics", paramLabel = "FILE.jsonl", description = "Write every step as a line of JSON here.")
    private @Nullable Path metrics;

    @Option(names = "--overwrite", description = "Let --metrics replace the lines of an earlier run.")
    private boolean overwrite;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Option(
            names = "--dashboard",
            description = {
                "Watch the run on the whole terminal: the loss curve beside the losses of n-grams, figures, the newest sample,",
                "and keys to pause, change, save and quit it. Without --steps, --epochs or --minutes it has no end."
            })
    private boolean dashboard;

    @Override
    void addOptions(CommandSpec command) {
        options.addTo(command);
    }

    @Override
    public Integer call() throws IOException {
        requireSensible();
        List<OutputFile> outputs = outputs();
        requireSeparate(outputs);
        try (OutputLock lock = fromOutputs(() -> OutputLock.of(outputs))) {
            RunStart start = start();
            fromOutputs(() -> OutputFile.check(start.files(), outputs));
            StopCondition ending = fromOptions(() -> dashboard && end == null && TerminalSession.hasConsole()
                    ? StopCondition.ofResumed(start.place())
                    : StopCondition.of(end, start.place(), start.stepsPerEpoch()));
            try (StopRequest stop = new StopRequest()) {
                return report(train(start, ending, stop), start.place(), stop);
            }
        }
    }

    private ProgressReporter train(RunStart start, StopCondition ending, StopRequest stop) throws IOException {
        try (MetricsFile lines = openMetrics(start, ending);
                ChosenFiles files = new ChosenFiles(start.files());
                TerminalSession terminal = quiet ? null : TerminalSession.open();
                Display display = display(
                        start,
                        ending,
                        terminal,
                        run -> new Dashboard.Subject(
                                run, start.dataset(), start.settings(), ending.seconds(), stop::isRequested, files))) {
            ProgressReporter narrator = new ProgressReporter(display, lines, ending);
            HeadlessRun.Outputs outputs = new HeadlessRun.Outputs(
                    out, best, Duration.ofSeconds(saveEvery), sampling(start.settings()), narrator::onEvent);
            try (HeadlessRun run = start.run(ending, outputs)) {
                display.begin(run);
                run.train(() -> !stop.isRequested() && run.seconds() < ending.seconds());
                out = run.file();
                if (stop.isRequested() && out != null && !quiet) {
                    display.print(
                            "Stopping, and saving to %s. Press Ctrl-C again to quit without saving.".formatted(out));
                }
                run.save();
            }
            return narrator;
        }
    }

    /** How samples on the way are drawn; null where none are: without a dashboard they are written on request only. */
    private @Nullable SamplingSettings sampling(Settings settings) {
        boolean wanted = dashboard || given().hasMatchedOption("--" + SettingsSchema.SAMPLE_EVERY.id());
        return wanted && settings.training().sampleEvery() > 0 ? SamplingSettings.DEFAULT : null;
    }

    private void requireSensible() {
        if (best != null && out == null) {
            throw misunderstood("--best needs --out FILE as well.");
        }
        if (saveEvery < 1) {
            throw misunderstood(String.format(
                    Locale.ROOT, "--save-every is %d; choose a whole number of seconds from 1 up.", saveEvery));
        }
    }

    private List<OutputFile> outputs() {
        List<OutputFile> outputs = new ArrayList<>();
        if (out != null) {
            outputs.add(new OutputFile(OUT, out, MODEL));
        }
        if (best != null) {
            outputs.add(new OutputFile("--best", best, MODEL));
        }
        if (metrics != null) {
            outputs.add(new OutputFile("--metrics", metrics, MetricsFile.REPLACEABLE));
        }
        return outputs;
    }

    /** What cannot or should not be written is refused before anything is read: only --out may go on in the file of --resume. */
    private void requireSeparate(List<OutputFile> outputs) throws IOException {
        fromOutputs(() -> OutputFile.check(data.files(), outputs));
        if (resume != null) {
            List<OutputFile> others = outputs.stream()
                    .filter(output -> !output.option().equals(OUT))
                    .toList();
            Map<String, Path> model = Map.of("the file of --resume", resume);
            fromOutputs(() -> OutputFile.check(model, others));
        } else if (metrics != null && !overwrite && Files.exists(metrics) && Files.size(metrics) > 0) {
            throw misunderstood(
                    "%s holds the lines of an earlier run; pass --overwrite to replace them, or choose another file for --metrics."
                            .formatted(metrics));
        }
    }

    private RunStart start() throws IOException {
        fromOptions(data::charset);
        Path saved = resume;
        return saved == null ? begin() : goOn(saved);
    }

    private RunStart begin() throws IOException {
        TaskConfig choice = fromOptions(() -> task == null ? TaskConfig.of(Tasks.standard()) : TaskConfig.parse(task));
        data.requireForTraining(choice.task(), this::misunderstood);
        Settings settings = fromOptions(() -> options.over(Settings.startingWith(choice), given()));
        options.idle(settings, given()).forEach(err()::println);
        Dataset dataset = Dataset.of(settings, data.readForTraining(choice.task(), err()));
        return RunStart.of(dataset, adapted(settings, dataset), null);
    }

    /** With a smaller batch and window for a short text, unless they were given. */
    private Settings adapted(Settings settings, Dataset dataset) {
        if (!(dataset.data() instanceof TaskData.Streams text)) {
            return settings;
        }
        TextFit fit = new TextFit(text);
        TrainingConfig wanted = settings.training();
        TrainingConfig training =
                fit.adapt(wanted, given().hasMatchedOption("--batch"), given().hasMatchedOption("--window"));
        String note = fit.note(wanted, training);
        if (note != null) {
            err().println(note);
        }
        return settings.withTraining(training);
    }

    private RunStart goOn(Path file) throws IOException {
        Checkpoint saved = Checkpoint.load(file);
        if (task != null) {
            throw misunderstood("The run in %s continues its own task, %s; leave out --task."
                    .formatted(file, saved.subject().task()));
        }
        Settings before = HeadlessRun.settings(saved);
        Settings wanted = fromOptions(() -> options.overSaved(before, file, given()));
        return RunStart.of(dataOf(saved), wanted, saved);
    }

    private Dataset dataOf(Checkpoint saved) throws IOException {
        TrainingData subject = saved.subject();
        if (!data.areGiven()) {
            DataFinder.DataMatch found = DataFinder.find(subject, HeadlessRun.settings(saved), OpenedFiles.NONE);
            if (found == null) {
                throw new ProblemException(DataFinder.missing(subject));
            }
            return found.dataset();
        }
        data.require(subject.task().task(), this::misunderstood);
        Dataset given = Dataset.of(HeadlessRun.settings(saved), data.read(err()), subject.layout());
        if (!subject.isOf(given.data())) {
            err().printf("%s is not what this model was trained on so far (%s).%n", data.file(), subject.name());
        }
        return given;
    }

    private @Nullable MetricsFile openMetrics(RunStart start, StopCondition ending) throws IOException {
        Path file = metrics;
        return file == null
                ? null
                : fromOutputs(
                        () -> MetricsFile.open(file, start.place().step(), step -> start.isValidated(step, ending)));
    }

    /** @param watched what a dashboard shows of the run */
    private Display display(
            RunStart start,
            StopCondition ending,
            @Nullable TerminalSession terminal,
            Function<HeadlessRun, Dashboard.Subject> watched) {
        if (quiet) {
            return new Display.Quiet(err());
        }
        if (dashboard && terminal != null) {
            return new DashboardDisplay(err(), ending, run -> terminal.dashboard(watched.apply(run)));
        }
        if (dashboard) {
            err().println("There is no terminal for a dashboard, so lines are printed; Ctrl-C stops the run.");
        }
        if (out == null) {
            err().println("The model will not be saved; --out FILE saves it.");
        }
        return terminal == null
                ? new LineDisplay(err(), ending, System::nanoTime)
                : new BarDisplay(System.err, terminal::columns, ending, start.place());
    }

    private int report(ProgressReporter narrator, StopCondition.Progress start, StopRequest stop) {
        Failed failure = narrator.failure();
        if (failure != null) {
            err().println(failure.problem().sentence(Front.COMMAND_LINE));
            if (isVerbose()) {
                err().println(failure.details());
            }
            return CommandLineProgram.FAILED;
        }
        ObjectNode result = narrator.result(start);
        result.put("out", out == null ? null : out.toString());
        print(result);
        return stop.isRequested() ? CommandLineProgram.INTERRUPTED : CommandLineProgram.DONE;
    }
}
