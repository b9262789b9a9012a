package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.checkpoint.Checkpoint;
import unroll.corpus.Corpus;
import unroll.session.HeadlessRun;
import unroll.session.Settings;
import unroll.train.TrainingEvent.Failed;

/** Trains a model, new or saved. */
@Command(
        name = "train",
        description = {
            "Train a model on a text, or go on with a saved one.",
            "Prints where the run stands at its end as a line of JSON."
        })
final class TrainCommand extends Subcommand {
    @Mixin
    private CorpusOptions text = new CorpusOptions();

    @Mixin
    private RunOptions options = new RunOptions();

    @ArgGroup
    private Ending.@Nullable Choice end;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Go on with this saved run, with its settings and, where it is found, its text.")
    private @Nullable Path resume;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Save the model and its run here, on the way and at the end.")
    private @Nullable Path out;

    @Option(
            names = "--best",
            paramLabel = "FILE",
            description = "Beside --out: keep the model with the lowest validation loss here.")
    private @Nullable Path best;

    @Option(
            names = "--save-every",
            paramLabel = "SECONDS",
            description = "Time between two saves on the way (default: ${DEFAULT-VALUE}).")
    private int saveEvery = 60;

    @Option(names = "--metrics", paramLabel = "FILE.jsonl", description = "Write every step as a line of JSON here.")
    private @Nullable Path metrics;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        requireOutputs();
        RunStart start = start();
        Ending ending = fromOptions(() -> Ending.of(end, start.place(), start.stepsPerEpoch()));
        try (Interrupt interrupt = new Interrupt()) {
            return report(train(start, ending, interrupt), start.place(), interrupt);
        }
    }

    private Narrator train(RunStart start, Ending ending, Interrupt interrupt) throws IOException {
        try (MetricsFile lines = openMetrics(start, ending);
                Display display = display(start, ending)) {
            Narrator narrator = new Narrator(display, lines, ending);
            HeadlessRun.Outputs outputs = new HeadlessRun.Outputs(
                    out, best, Duration.ofSeconds(saveEvery), options.sampling(), narrator::hear);
            try (HeadlessRun run = start.run(ending, outputs)) {
                run.train(() -> !interrupt.isRequested() && run.seconds() < ending.seconds());
                run.save();
            }
            return narrator;
        }
    }

    /** What cannot be written at the end is refused at the beginning. */
    private void requireOutputs() throws IOException {
        if (best != null && out == null) {
            throw misunderstood("--best keeps a model beside that of --out; say --out FILE too.");
        }
        if (saveEvery < 1) {
            throw misunderstood("--save-every is %d; choose a whole number of seconds from 1 up.".formatted(saveEvery));
        }
        OutputFiles.requireWritable(out);
        OutputFiles.requireWritable(best);
        OutputFiles.requireWritable(metrics);
    }

    private RunStart start() throws IOException {
        Path saved = resume;
        return saved == null ? begin() : goOn(saved);
    }

    private RunStart begin() throws IOException {
        Path file = text.file();
        if (file == null) {
            throw misunderstood("There is nothing to train on; say --corpus FILE.");
        }
        Settings settings = fromOptions(() -> options.over(Settings.DEFAULT, given()));
        return new RunStart(CorpusOptions.read(file, charset()), settings, null);
    }

    private RunStart goOn(Path file) throws IOException {
        Checkpoint saved = Checkpoint.load(file);
        Settings before = HeadlessRun.settings(saved);
        Settings wanted =
                fromOptions(() -> FixedOptions.requireSame(options.over(before, given()), before, file, given()));
        return new RunStart(textOf(saved), wanted, saved);
    }

    private Corpus textOf(Checkpoint saved) throws IOException {
        Path file = text.file();
        if (file == null) {
            Corpus found = HeadlessRun.findText(saved);
            if (found == null) {
                throw new IOException(
                        "The text of this model, %s, is not where it was; say where it is with --corpus FILE."
                                .formatted(saved.text().name()));
            }
            return found;
        }
        Corpus corpus = CorpusOptions.read(file, charset()).withVocabulary(saved.vocabulary());
        if (!saved.text().isOf(corpus)) {
            err().printf(
                            "%s is not the text this model was trained on so far (%s).%n",
                            file, saved.text().name());
        }
        return corpus;
    }

    private @Nullable Charset charset() {
        return fromOptions(text::charset);
    }

    private @Nullable MetricsFile openMetrics(RunStart start, Ending ending) throws IOException {
        return metrics == null
                ? null
                : MetricsFile.open(metrics, start.place().step(), step -> start.isValidated(step, ending));
    }

    private Display display(RunStart start, Ending ending) {
        if (quiet) {
            return new QuietDisplay(err());
        }
        if (out == null) {
            err().println("The model will not be kept; say --out FILE to save it.");
        }
        return Terminal.isThere()
                ? new BarDisplay(System.err, ending, start.place())
                : new LineDisplay(err(), start.pace(ending), System::nanoTime);
    }

    private int report(Narrator narrator, Ending.Place start, Interrupt interrupt) {
        Failed failure = narrator.failure();
        if (failure != null) {
            err().println(failure.sentence());
            if (isVerbose()) {
                err().println(failure.details());
            }
            return CommandLineProgram.FAILED;
        }
        ObjectNode result = narrator.result(start);
        result.put("out", out == null ? null : out.toString());
        print(result);
        return interrupt.isRequested() ? CommandLineProgram.INTERRUPTED : CommandLineProgram.DONE;
    }
}
