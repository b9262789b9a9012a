package unroll.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.corpus.Vocabulary;
import unroll.matrix.Matrix;
import unroll.network.Network;
import unroll.network.Stepper;
import unroll.sample.Generator;
import unroll.sample.SampleRequest;
import unroll.sample.SamplingSettings;
import unroll.session.ModelSettings;
import unroll.session.Settings;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.Randomness;
import unroll.train.RateSchedule;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

/** Measures this machine. A step is forward, backward, clipping and update on random symbols. */
@Command(
        name = "bench",
        description = {
            "Measure how fast this machine trains and writes.",
            "Prints a line of JSON. A step is forward, backward, clip and RMSProp update over batch times window random symbols."
        })
final class BenchCommand extends Subcommand {
    /** Steps before the first that counts: the JIT compiler is done by then. */
    private static final int WARM_UP_STEPS = 30;

    private static final int SAMPLE_LENGTH = 2000;
    private static final int WINDOWS = 8;
    private static final double LEARNING_RATE = 2e-3;
    private static final long SEED = 1;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Enough characters one after the other for every vocabulary, and none with a meaning in a text. */
    private static final int FIRST_SYMBOL = 0x20000;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private ShapeOptions shape = new ShapeOptions();

    @Option(names = "--steps", paramLabel = "N", description = "Steps that count (default: ${DEFAULT-VALUE}).")
    private int steps = 100;

    @Option(names = "--vocabulary", paramLabel = "N", description = "Distinct symbols (default: ${DEFAULT-VALUE}).")
    private int vocabulary = 65;

    @Override
    public Integer call() throws IOException {
        if (steps < 1) {
            throw misunderstood("--steps is %d; choose a whole number from 1 up.".formatted(steps));
        }
        if (vocabulary < 2 || vocabulary > Vocabulary.MAX_SIZE) {
            throw misunderstood("--vocabulary is %d; choose a whole number from 2 to %d."
                    .formatted(vocabulary, Vocabulary.MAX_SIZE));
        }
        ModelSettings settings = fromOptions(() -> model.over(Settings.DEFAULT.model(), given()));
        TrainingConfig config = fromOptions(() -> shape.over(timed(), given()));
        Corpus corpus = randomText(config);
        Network network = new Network(settings.spec(corpus.vocabulary().size()), Randomness.initialization(SEED));
        double[] millis = trainingMillis(network, corpus, config);
        print(result(millis, config.batch() * config.window(), sampleCharsPerSecond(network, corpus.vocabulary())));
        return CommandLineProgram.DONE;
    }

    private static TrainingConfig timed() {
        TrainingConfig usual = TrainingConfig.DEFAULT;
        return new TrainingConfig(
                usual.batch(),
                usual.window(),
                OptimizerSpec.of(OptimizerSpec.Kind.RMSPROP),
                LEARNING_RATE,
                RateSchedule.CONSTANT,
                Clipping.DEFAULT,
                SEED,
                usual.threads(),
                0,
                0,
                0,
                0);
    }

    /** Every symbol once, and then whatever comes. */
    private Corpus randomText(TrainingConfig config) throws IOException {
        int length = Math.max(vocabulary, Math.multiplyExact(config.batch(), config.window()) * WINDOWS) + 1;
        SplittableRandom random = new SplittableRandom(SEED);
        StringBuilder text = new StringBuilder(2 * length);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(FIRST_SYMBOL + (i < vocabulary ? i : random.nextInt(vocabulary)));
        }
        return CorpusReader.ofText("random symbols", text);
    }

    /** Sorted. */
    private double[] trainingMillis(Network network, Corpus corpus, TrainingConfig config) {
        double[] millis = new double[steps];
        try (Trainer trainer = new Trainer(network, corpus, new Split(1, 0, 0), config)) {
            for (int i = 0; i < WARM_UP_STEPS; i++) {
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

    /** One character after the other; the first text is for the JIT compiler. */
    private static double sampleCharsPerSecond(Network network, Vocabulary symbols) {
        write(network, symbols);
        long began = System.nanoTime();
        write(network, symbols);
        return SAMPLE_LENGTH * NANOS_PER_SECOND / (System.nanoTime() - began);
    }

    private static void write(Network network, Vocabulary symbols) {
        SampleRequest request = new SampleRequest("", SAMPLE_LENGTH, "", SamplingSettings.DEFAULT, SEED);
        new Generator(symbols, new Stepper(network)::read).write(request, symbol -> true);
    }

    private static ObjectNode result(double[] millis, int charactersPerStep, double sampleCharsPerSecond) {
        double median = (millis[(millis.length - 1) / 2] + millis[millis.length / 2]) / 2;
        ObjectNode result = Json.object();
        result.put("medianStepMillis", median);
        result.put("minStepMillis", millis[0]);
        result.put("trainCharsPerSecond", Math.round(charactersPerStep * 1000 / median));
        result.put("sampleCharsPerSecond", Math.round(sampleCharsPerSecond));
        result.put("blas", Matrix.blas());
        return result;
    }
}
