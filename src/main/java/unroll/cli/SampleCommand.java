package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.checkpoint.Checkpoint;
import unroll.checkpoint.TrainingData;
import unroll.cli.OptionRange.Numeric;
import unroll.corpus.Vocabulary;
import unroll.sample.Generator;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.sample.TextReader;
import unroll.session.model.ModelSnapshot;
import unroll.session.model.Writers;
import unroll.task.RandomStreams;
import unroll.task.TextWriting;
import unroll.task.TryIt;

@Command(
        name = "sample",
        description = {
            "Let a saved model write, or answer.",
            "Prints the text alone, in UTF-8; the prime is read, not repeated. Several texts each have a line"
                    + " above them that begins with ---."
        })
final class SampleCommand extends Subcommand {
    private static final SamplingSettings DEFAULT = SamplingSettings.DEFAULT;

    @Mixin
    private CheckpointOption checkpoint = new CheckpointOption();

    @Option(
            names = "--prime",
            paramLabel = "TEXT",
            description = "What the model reads: the beginning of a text, or what it is to answer (default: none).",
            preprocessor = AttachedText.class)
    private String prime = "";

    @Option(
            names = "--length",
            paramLabel = "N",
            description = "Maximum number of characters to write (default: ${DEFAULT-VALUE}).")
    @Numeric(OptionRange.FROM_1)
    private int length = 500;

    @Option(
            names = "--stop",
            paramLabel = "TEXT",
            description = "Stop when this has been written (default: never).",
            preprocessor = AttachedText.class)
    private String stop = "";

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "Below 1 is more predictable, above 1 more surprising (default: ${DEFAULT-VALUE}).")
    @Numeric(OptionRange.TEMPERATURE)
    private double temperature = DEFAULT.temperature();

    @Option(
            names = "--top-k",
            paramLabel = "N",
            description = "Keep only the N most likely symbols; 0 for all (default: ${DEFAULT-VALUE}).")
    @Numeric(OptionRange.TOP_K)
    private int topK = DEFAULT.topK();

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description =
                    "Keep the most likely symbols that together reach this probability (default: ${DEFAULT-VALUE}).")
    @Numeric(OptionRange.TOP_P)
    private double topP = DEFAULT.topP();

    @Option(
            names = "--min-p",
            paramLabel = "P",
            description =
                    "Drop symbols less likely than this share of the most likely one (default: ${DEFAULT-VALUE}).")
    @Numeric(OptionRange.MIN_P)
    private double minP = DEFAULT.minP();

    @Option(
            names = "--repetition-penalty",
            paramLabel = "X",
            description = "Make symbols just written less likely; 1 for not at all (default: ${DEFAULT-VALUE}).")
    @Numeric(OptionRange.REPETITION_PENALTY)
    private double repetitionPenalty = DEFAULT.repetitionPenalty();

    @Option(names = "--greedy", description = "Always take the most likely symbol.")
    private boolean greedy;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same text (default: a new one each time).")
    @Numeric(OptionRange.ANY)
    private @Nullable Long seed;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Texts or answers to draw; the seed grows by 1 with each (default: ${DEFAULT-VALUE}).")
    @Numeric(OptionRange.FROM_1)
    private int count = 1;

    @Option(names = "--json", description = "Print each as a line of JSON, with its prime and seed.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        long firstSeed = seed == null ? RandomStreams.freshSeed() : seed;
        SampleRequest first = fromOptions(() -> request(firstSeed));
        Checkpoint saved = checkpoint.load();
        TextWriting writing = saved.subject().task().writing().orElse(null);
        // Whether the reader has gone is asked before each, so that a pipe which closed ends it.
        for (int i = 0; i < count && !out().checkError(); i++) {
            SampleRequest request = first.withSeed(firstSeed + i);
            if (writing == null) {
                answer(saved, request);
            } else {
                write(saved, writing, request, i + 1);
            }
        }
        return CommandLineProgram.DONE;
    }

    private void write(Checkpoint saved, TextWriting writing, SampleRequest request, int number) {
        Vocabulary vocabulary = saved.subject().layout().alphabets().input().vocabulary();
        Generator generator = new Generator(vocabulary, TextReader.of(saved.network(), writing));
        if (json) {
            print(object(generator.write(request, symbol -> true), request).put("seed", request.seed()));
            return;
        }
        PrintWriter out = out();
        if (count > 1) {
            out.print(String.format(Locale.ROOT, "--- text %d of %d, seed %d ---%n", number, count, request.seed()));
        }
        // Flushed symbol by symbol, so that it can be read as it is written; a reader that has gone ends it.
        generator.write(request, symbol -> {
            out.print(symbol);
            return !out.checkError();
        });
        if (count > 1) {
            out.println();
        }
    }

    private void answer(Checkpoint saved, SampleRequest request) {
        TryIt tryIt = saved.subject().task().task().tryIt();
        if (prime.isEmpty()) {
            throw misunderstood(
                    "This model answers; give it a question, for example --prime \"%s\".".formatted(tryIt.example()));
        }
        TrainingData subject = saved.subject();
        long step = saved.training().state().steps();
        ModelSnapshot model = new ModelSnapshot(saved.network(), subject.task(), subject.layout(), step);
        boolean drawn = subject.layout().type().givesLabel();
        String shown = fromOptions(() -> Writers.answer(model, request));
        if (json) {
            ObjectNode object = object(shown, request);
            print(drawn ? object.put("seed", request.seed()) : object);
        } else {
            out().println(shown);
        }
    }

    private ObjectNode object(String text, SampleRequest request) {
        return JsonOutput.object().put("text", text).put("prime", request.prime());
    }

    private SampleRequest request(long drawn) {
        SamplingSettings settings = new SamplingSettings(temperature, topK, topP, minP, repetitionPenalty, greedy);
        return new SampleRequest(prime, length, stop, settings, drawn);
    }
}
