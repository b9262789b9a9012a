package unroll.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.TrainingData;
import unroll.cli.OptionRange.Numeric;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.session.data.Dataset;
import unroll.session.run.HeadlessRun;
import unroll.settings.Settings;
import unroll.task.score.ConfusionMatrix;
import unroll.task.score.Ratio;
import unroll.task.score.TaskScore;
import unroll.train.Evaluation;
import unroll.train.Evaluator;

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
    @Numeric(OptionRange.THREADS)
    private int threads = 0;

    @Override
    public Integer call() throws IOException {
        Split given = fromOptions(() -> split == null ? null : Split.parse(split));
        Checkpoint saved = checkpoint.load();
        TrainingData subject = saved.subject();
        data.require(subject.task().task(), this::misunderstood);
        fromOptions(data::charset);
        Settings settings = HeadlessRun.settings(saved);
        Dataset dataset =
                Dataset.of(given == null ? settings : settings.withSplit(given), data.read(err()), subject.layout());
        Evaluation evaluation = Evaluator.evaluate(saved.network(), dataset.data(), part.part(), workers());
        print(json(evaluation, subject.task().task().restores()));
        return CommandLineProgram.DONE;
    }

    private int workers() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    /** What a task does not have is left out. */
    private static ObjectNode json(Evaluation evaluation, boolean restores) {
        TaskScore score = evaluation.score();
        ObjectNode result = JsonOutput.object();
        JsonOutput.put(result, "loss", evaluation.loss());
        JsonOutput.put(result, "bitsPerCharacter", evaluation.bitsPerCharacter());
        JsonOutput.put(result, "perplexity", evaluation.perplexity());
        result.put("characters", evaluation.characters());
        put(result, "accuracy", score.accuracy());
        put(result, "exactMatch", score.exactMatch());
        if (restores) {
            put(result, "restored", score.restored());
        }
        if (!score.byPlace().isEmpty()) {
            result.set("accuracyByPlace", shares(result, score.byPlace()));
        }
        score.confusion().ifPresent(matrix -> result.set("confusion", confusion(matrix)));
        return result;
    }

    private static void put(ObjectNode result, String name, Ratio share) {
        if (share.asked() > 0) {
            JsonOutput.put(result, name, share.value());
        }
    }

    private static ArrayNode shares(ObjectNode result, List<Ratio> shares) {
        ArrayNode array = result.arrayNode();
        shares.forEach(share -> {
            if (share.asked() > 0) {
                array.add(share.value());
            } else {
                array.addNull();
            }
        });
        return array;
    }

    /** A row for each right label, a column for each predicted one. */
    private static ObjectNode confusion(ConfusionMatrix matrix) {
        ObjectNode confusion = JsonOutput.object();
        JsonOutput.put(confusion, "macroAccuracy", matrix.macroAccuracy());
        ArrayNode labels = confusion.putArray("labels");
        matrix.labels().forEach(labels::add);
        ArrayNode rows = confusion.putArray("counts");
        for (int right = 0; right < matrix.labels().size(); right++) {
            ArrayNode row = rows.addArray();
            for (int predicted = 0; predicted < matrix.labels().size(); predicted++) {
                row.add(matrix.count(right, predicted));
            }
        }
        return confusion;
    }
}
