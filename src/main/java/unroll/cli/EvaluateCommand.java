package unroll.cli;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.TrainingData;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.session.data.Dataset;
import unroll.session.run.HeadlessRun;
import unroll.settings.Settings;
import unroll.train.Evaluator;

/** Measures a model. */
@Command(
        name = "evaluate",
        description = {
            "Measure how well a saved model does its task.",
            "Prints a line of JSON; the loss is in nats per character."
        })
final class EvaluateCommand extends Subcommand {
    /** The parts of a text, as they are said on the command line. */
    enum PartName {
        train,
        validation,
        test,
        all;

        SplitPart part() {
            return SplitPart.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    @Mixin
    private CheckpointOption checkpoint = new CheckpointOption();

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "Part of the data: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private PartName part = PartName.test;

    @Option(
            names = "--split",
            paramLabel = "SHARES",
            description = "Shares of the parts, for example 0.9,0.05,0.05 (default: as in training).")
    private @Nullable String split;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads; 0 lets the program choose (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "2", range = "from 0 to 256")
    private int threads = 0;

    @Override
    public Integer call() throws IOException {
        if (threads < 0) {
            throw misunderstood(String.format(
                    Locale.ROOT,
                    "--threads is %d; choose a whole number from 1 up, or 0 to let the program choose.",
                    threads));
        }
        Split given = fromOptions(() -> split == null ? null : Split.parse(split));
        Checkpoint saved = checkpoint.load();
        TrainingData subject = saved.subject();
        data.require(subject.task().task(), this::misunderstood);
        fromOptions(data::charset);
        Settings settings = HeadlessRun.settings(saved);
        Dataset dataset =
                Dataset.of(given == null ? settings : settings.withSplit(given), data.read(err()), subject.layout());
        print(EvaluationJson.of(Evaluator.evaluate(saved.network(), dataset.data(), part.part(), workers())));
        return CommandLineProgram.DONE;
    }

    private int workers() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }
}
