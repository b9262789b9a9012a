package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import unroll.cli.NumberParser.Numeric;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.corpus.Vocabulary;
import unroll.matrix.Products;
import unroll.network.Network;
import unroll.network.Stepper;
import unroll.network.Vocabularies;
import unroll.sample.Generator;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.settings.Settings;
import unroll.settings.SettingsSchema;
import unroll.task.RandomStreams;
import unroll.task.TaskData;
import unroll.train.OptimizerSpec;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

@Command(
        name = "bench",
        description = {
            "Measure how fast this machine trains and writes.",
            "Prints a line of JSON. A step is a forward and a backward pass, clipping and an RMSProp update over batch times"
                    + " window random symbols."
        })
final class BenchCommand extends Subcommand {
    private static final int WINDOWS = 8;
    private static final double LEARNING_RATE = 2e-3;
    private static final long SEED = 1;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Enough characters one after the other for every vocabulary, and none with a meaning in a text. */
    private static final int FIRST_SYMBOL = 0x20000;

    enum BenchPart {
        training,
        sampling
    }

    private final SettingOptions options = new SettingOptions(List.of(
            SettingsSchema.CELL,
            SettingsSchema.BIDIRECTIONAL,
            SettingsSchema.HIDDEN,
            SettingsSchema.LAYERS,
            SettingsSchema.INITIALIZATION,
            SettingsSchema.BATCH,
            SettingsSchema.WINDOW,
            SettingsSchema.THREADS));

    @Option(names = "--steps", paramLabel = "N", description = "Steps to measure (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "100", range = "from 1 up")
    private int steps = 100;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Steps before the measured ones, for the JIT compiler (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "30", range = "from 0 up")
    private int warmUp = 30;

    @Option(
            names = "--characters",
            paramLabel = "N",
            description = "Characters to write, twice; the second time is measured (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "2000", range = "from 1 up")
    private int characters = 2000;

    @Option(
            names = "--only",
            paramLabel = "PART",
            description = "Measure only one of ${COMPLETION-CANDIDATES} (default: both).")
    private @Nullable BenchPart only;

    @Option(
            names = "--vocabulary",
            paramLabel = "N",
            description = "Number of distinct symbols (default: ${DEFAULT-VALUE}).")
    @Numeric(example = "65", range = "from 2 to " + Vocabulary.MAX_SIZE)
    private int vocabulary = 65;

    @Override
    void addOptions(CommandSpec command) {
        options.addTo(command);
    }

    @Override
    public Integer call() throws IOException {
        requireFrom(1, "--steps", steps);
        requireFrom(0, "--warm-up", warmUp);
        requireFrom(1, "--characters", characters);
        if (vocabulary < 2 || vocabulary > Vocabulary.MAX_SIZE) {
            throw misunderstood(String.format(
                    Locale.ROOT,
                    "--vocabulary is %d; choose a whole number from 2 to %d.",
                    vocabulary,
                    Vocabulary.MAX_SIZE));
        }
        if (given().hasMatchedOption("--bidirectional")) {
            throw misunderstood(
                    "bench measures on a text in streams, which a bidirectional network cannot learn; leave out --bidirectional.");
        }
        Settings settings = fromOptions(() -> options.over(timed(), given()));
        TrainingConfig config = settings.training();
        Corpus corpus = randomText(config);
        Network network = new Network(
                settings.model().spec(Vocabularies.same(corpus.vocabulary().size())),
                RandomStreams.initialization(SEED));
        ObjectNode result = JsonOutput.object();
        if (only != BenchPart.sampling) {
            putTraining(result, trainingMillis(network, corpus, config), config.batch() * config.window());
        }
        if (only != BenchPart.training) {
            result.put("sampleCharsPerSecond", Math.round(sampleCharsPerSecond(network, corpus.vocabulary())));
        }
        result.put("products", Products.current().description());
        print(result);
        return CommandLineProgram.DONE;
    }

    private static Settings timed() {
        return Settings.DEFAULT.withTraining(TrainingConfig.PLAIN).with(change -> {
            change.optimizer = OptimizerSpec.of(OptimizerSpec.OptimizerKind.RMSPROP);
            change.learningRate = LEARNING_RATE;
            change.seed = SEED;
            change.validateEvery = 0;
            change.sampleEvery = 0;
        });
    }

    /** Every symbol once, and then whatever comes. */
    private Corpus randomText(TrainingConfig config) throws IOException {
        int length = Math.max(vocabulary, Math.multiplyExact(config.batch(), config.window()) * WINDOWS) + 1;
        UniformRandomProvider random = RandomStreams.draws(SEED);
        StringBuilder text = new StringBuilder(2 * length);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(FIRST_SYMBOL + (i < vocabulary ? i : random.nextInt(vocabulary)));
        }
        return CorpusReader.ofText("random symbols", text);
    }

    /** Sorted. */
    private double[] trainingMillis(Network network, Corpus corpus, TrainingConfig config) {
        double[] millis = new double[steps];
        try (Trainer trainer = new Trainer(network, new TaskData.Streams(corpus, new Split(1, 0, 0)), config)) {
            for (int i = 0; i < warmUp; i++) {
                trainer.step();
            }
            for (int i = 0; i < steps; i++) {
                long began = System.nanoTime();
                trainer.step();
                millis[i] = (System.nanoTime() - began) / NANOS_PER_MILLI;
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    private static void putTraining(ObjectNode result, double[] millis, int charactersPerStep) {
        double median = (millis[(millis.length - 1) / 2] + millis[millis.length / 2]) / 2;
        result.put("medianStepMillis", median);
        result.put("minStepMillis", millis[0]);
        result.put("trainCharsPerSecond", Math.round(charactersPerStep * 1000 / median));
    }

    /** One character after the other; the first text is for the JIT compiler. */
    private double sampleCharsPerSecond(Network network, Vocabulary symbols) {
        write(network, symbols);
        long began = System.nanoTime();
        write(network, symbols);
        return characters * NANOS_PER_SECOND / (System.nanoTime() - began);
    }

    private void write(Network network, Vocabulary symbols) {
        SampleRequest request = new SampleRequest("", characters, "", SamplingSettings.DEFAULT, SEED);
        new Generator(symbols, new Stepper(network)::read).write(request, symbol -> true);
    }
}
