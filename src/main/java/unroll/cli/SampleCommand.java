package unroll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.checkpoint.Checkpoint;
import unroll.corpus.Vocabulary;
import unroll.sample.Answerer;
import unroll.sample.Generator;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.sample.TextReader;
import unroll.task.TaskChoice;
import unroll.task.TextWriting;
import unroll.task.TryIt;

/** Lets a model write. */
@Command(
        name = "sample",
        description = {
            "Let a saved model write, or answer.",
            "Prints the text alone, in UTF-8; the prime is read, not repeated."
        })
final class SampleCommand extends Subcommand {
    private static final SamplingSettings USUAL = SamplingSettings.DEFAULT;

    @Mixin
    private CheckpointOption checkpoint = new CheckpointOption();

    @Option(
            names = "--prime",
            paramLabel = "TEXT",
            description = "What the model reads: the beginning of a text, or what it is to answer (default: none).")
    private String prime = "";

    @Option(names = "--length", paramLabel = "N", description = "Most characters to write (default: ${DEFAULT-VALUE}).")
    private int length = 500;

    @Option(names = "--stop", paramLabel = "TEXT", description = "Stop when this has been written (default: never).")
    private String stop = "";

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "Below 1 is bolder, above 1 wilder (default: ${DEFAULT-VALUE}).")
    private double temperature = USUAL.temperature();

    @Option(
            names = "--top-k",
            paramLabel = "N",
            description = "Keep only the N likeliest symbols; 0 for all (default: ${DEFAULT-VALUE}).")
    private int topK = USUAL.topK();

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description =
                    "Keep the likeliest symbols that together reach this probability (default: ${DEFAULT-VALUE}).")
    private double topP = USUAL.topP();

    @Option(
            names = "--min-p",
            paramLabel = "P",
            description = "Drop symbols less likely than this share of the likeliest (default: ${DEFAULT-VALUE}).")
    private double minP = USUAL.minP();

    @Option(
            names = "--repetition-penalty",
            paramLabel = "X",
            description = "Make symbols just written less likely; 1 for not at all (default: ${DEFAULT-VALUE}).")
    private double repetitionPenalty = USUAL.repetitionPenalty();

    @Option(names = "--greedy", description = "Always take the likeliest symbol.")
    private boolean greedy;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same text (default: another one each time).")
    private @Nullable Long seed;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Answers to draw, each on a line of its own (default: ${DEFAULT-VALUE}).")
    private int count = 1;

    @Override
    public Integer call() throws IOException {
        SampleRequest request = fromOptions(this::request);
        Checkpoint saved = checkpoint.load();
        TaskChoice task = saved.subject().task();
        TextWriting writing = task.writing().orElse(null);
        if (writing == null) {
            answer(saved, request);
        } else {
            write(saved, writing, request);
        }
        return CommandLineProgram.DONE;
    }

    private void write(Checkpoint saved, TextWriting writing, SampleRequest request) {
        PrintWriter out = out();
        Vocabulary vocabulary = saved.subject().layout().alphabets().input().vocabulary();
        // Flushed symbol by symbol, so that it can be read as it is written; a reader that has gone ends it.
        new Generator(vocabulary, TextReader.of(saved.network(), writing)).write(request, symbol -> {
            out.print(symbol);
            return !out.checkError();
        });
    }

    private void answer(Checkpoint saved, SampleRequest request) {
        TryIt tryIt = saved.subject().task().task().tryIt();
        if (prime.isEmpty()) {
            throw misunderstood("This model answers; say with --prime what, for example --prime \"%s\"."
                    .formatted(tryIt.example()));
        }
        Answerer answerer = new Answerer(saved.network(), saved.subject().layout());
        String input = fromOptions(() -> tryIt.read().apply(prime));
        for (int line = 0; line < count; line++) {
            long drawn = request.seed() + line;
            String said = saved.subject().layout().type().givesLabel()
                    ? fromOptions(() -> answerer.draw(input, request.settings(), length, drawn))
                            .text()
                    : fromOptions(() -> answerer.answer(input)).text();
            out().println(tryIt.show().apply(said));
        }
    }

    private SampleRequest request() {
        if (count < 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "--count is %d; choose a whole number from 1 up.", count));
        }
        SamplingSettings settings = new SamplingSettings(temperature, topK, topP, minP, repetitionPenalty, greedy);
        long drawn = seed == null ? new SplittableRandom().nextLong() : seed;
        return new SampleRequest(prime, length, stop, settings, drawn);
    }
}
