package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.checkpoint.Checkpoint;
import unroll.corpus.Corpus;
import unroll.corpus.Part;
import unroll.corpus.Range;
import unroll.corpus.Split;
import unroll.train.Evaluation;
import unroll.train.Evaluator;

/** Measures a model. */
@Command(
        name = "evaluate",
        description = {
            "Measure how well a saved model predicts a text.",
            "Prints a line of JSON; the loss is in nats per character."
        })
final class EvaluateCommand extends Subcommand {
    /** The parts of a text, as they are said on the command line. */
    enum PartName {
        train,
        validation,
        test,
        all;

        Part part() {
            return Part.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    @Mixin
    private CheckpointOption checkpoint = new CheckpointOption();

    @Mixin
    private CorpusOptions text = new CorpusOptions();

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "Part of the text: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private PartName part = PartName.test;

    @Option(
            names = "--split",
            paramLabel = "SHARES",
            description = "Shares of the parts, for example 0.9,0.05,0.05 (default: those of the model's run).")
    private @Nullable String split;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Workers; 0 for the machine's choice (default: ${DEFAULT-VALUE}).")
    private int threads = 0;

    @Override
    public Integer call() throws IOException {
        Path file = text.file();
        if (file == null) {
            throw misunderstood("There is no text to measure on; say --corpus FILE.");
        }
        if (threads < 0) {
            throw misunderstood("--threads is %d; choose a whole number from 1 up, or 0 for the machine's choice."
                    .formatted(threads));
        }
        Split given = fromOptions(() -> split == null ? null : Split.parse(split));
        Charset charset = fromOptions(text::charset);
        Checkpoint saved = checkpoint.load();
        Corpus corpus = CorpusOptions.read(file, charset).withVocabulary(saved.vocabulary());
        Range range = corpus.part(given == null ? saved.training().split() : given, part.part());
        print(result(Evaluator.evaluate(saved.network(), corpus, range, workers())));
        return CommandLineProgram.DONE;
    }

    private int workers() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    private static ObjectNode result(Evaluation evaluation) {
        ObjectNode result = Json.object();
        Json.put(result, "loss", evaluation.loss());
        Json.put(result, "bitsPerCharacter", evaluation.bitsPerCharacter());
        Json.put(result, "perplexity", evaluation.perplexity());
        result.put("characters", evaluation.characters());
        return result;
    }
}
