package unroll.checkpoint;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.simple.RandomSource;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.network.Vocabularies;
import unroll.task.Alphabet;
import unroll.task.Alphabets;
import unroll.task.Layout;
import unroll.task.RandomStreams;
import unroll.task.ReadingOrder;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.Tasks;
import unroll.train.Clipping;
import unroll.train.LastGood;
import unroll.train.OptimizerSpec;
import unroll.train.RateSchedule;
import unroll.train.RunMetrics;
import unroll.train.Trainer;
import unroll.train.TrainerState;
import unroll.train.TrainingConfig;

/** Tiny runs for tests: a text of 600 symbols, 3 streams of 5 steps. */
final class Runs {
    static final long SEED = 20_260_102;
    static final Split SPLIT = new Split(0.8, 0.1, 0.1);
    private static final String CURVES = "{\"loss\":[1,2,3]} \u2265";

    private Runs() {}

    /** How far a run of these settings has come at a step. */
    static RunNotes notes(long step, TrainingConfig config) {
        RunMetrics.Losses losses = new RunMetrics.Losses(2.5, Double.NaN, Double.POSITIVE_INFINITY);
        return new RunNotes(RunMetrics.standing(step, 0.25, 1.0 / 3, losses, config.learningRate()), 7, CURVES);
    }

    static Corpus corpus() {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder();
        int[] symbols = "abcde \n\u00E9\u4E2D\uD83D\uDE00".codePoints().toArray();
        for (int symbol : symbols) {
            text.appendCodePoint(symbol);
        }
        while (text.length() < 600) {
            text.appendCodePoint(symbols[random.nextInt(symbols.length)]);
        }
        return CorpusReader.ofText("tiny", text);
    }

    static NetworkSpec spec(String cell, Corpus corpus) {
        return new NetworkSpec(cell, corpus.vocabulary().size(), 7, 2, 0.3);
    }

    static TrainingConfig config(OptimizerSpec.OptimizerKind optimizer) {
        return config(optimizer, RateSchedule.CONSTANT);
    }

    static TrainingConfig config(OptimizerSpec.OptimizerKind optimizer, RateSchedule schedule) {
        return TrainingConfig.DEFAULT.with(change -> {
            change.batch = 3;
            change.weightAverage = 0;
            change.window = 5;
            change.optimizer = OptimizerSpec.of(optimizer);
            change.learningRate = 0.05;
            change.schedule = schedule;
            change.clipping = Clipping.norm(1);
            change.seed = SEED;
            change.threads = 2;
            change.validateEvery = 2;
            change.sampleEvery = 0;
            change.patience = 0;
        });
    }

    static Trainer trainer(NetworkSpec spec, TrainingConfig config, Corpus corpus) {
        return new Trainer(
                new Network(spec, RandomSource.XO_RO_SHI_RO_128_PP.create(SEED)),
                new TaskData.Streams(corpus, SPLIT),
                config);
    }

    static Checkpoint checkpoint(Trainer trainer, Corpus corpus) {
        return new Checkpoint(
                trainer.network().spec(),
                subject(corpus),
                new TrainingSnapshot(
                        trainer.config(), SPLIT, trainer.capture(), notes(trainer.steps(), trainer.config())));
    }

    static TrainingData subject(Corpus corpus) {
        return TrainingData.of(TaskConfig.of(Tasks.standard()), data(corpus), corpus);
    }

    /** A task of this shape: a label after a string, a string in both directions, a string to another one, or a text. */
    private static TrainingData subjectOf(NetworkSpec spec, Corpus corpus) {
        Vocabularies sizes = spec.vocabularies();
        if (spec.hasEncoder()) {
            Alphabet output = letters('a', sizes.outputs() - 1).withMark();
            Alphabet input = output.with(letters('n', sizes.inputs() - sizes.outputs()));
            return subject("reversal", new Alphabets(letters('a', sizes.source()), input, output));
        }
        if (sizes.inputs() == sizes.outputs()) {
            Alphabet both = letters('a', sizes.inputs());
            return subject("echo", new Alphabets(Alphabet.EMPTY, both, both));
        }
        List<String> labels =
                IntStream.range(0, sizes.outputs()).mapToObj(i -> "label " + i).toList();
        return subject(
                "first-symbol", new Alphabets(Alphabet.EMPTY, letters('a', sizes.inputs()), Alphabet.ofLabels(labels)));
    }

    private static TrainingData subject(String task, Alphabets alphabets) {
        TaskConfig choice = TaskConfig.parse(task);
        Layout layout = new Layout(choice.task().about().type(), alphabets, ReadingOrder.BACKWARDS);
        return new TrainingData(choice, layout, SEED, null);
    }

    private static Alphabet letters(char first, int count) {
        return Alphabet.ofCharacters(IntStream.range(0, count)
                .mapToObj(i -> Character.toString(first + i))
                .toList());
    }

    static TaskData data(Corpus corpus) {
        return new TaskData.Streams(corpus, SPLIT);
    }

    /** A checkpoint of any shape, as if it had been trained: every number in it random. */
    static Checkpoint ofShape(NetworkSpec spec) {
        Corpus corpus = corpus();
        Random random = new Random(SEED);
        TrainingConfig config = config(OptimizerSpec.OptimizerKind.ADAM);
        State hidden = State.zero(spec, config.batch());
        for (float[][] layer : hidden.buffers()) {
            for (int buffer = 0; buffer < layer.length; buffer++) {
                layer[buffer] = numbers(layer[buffer].length, random);
            }
        }
        int weights = (int) spec.parameters();
        TrainerState state = new TrainerState(
                7,
                numbers(weights, random),
                List.of(numbers(weights, random), numbers(weights, random)),
                7,
                hidden,
                ((RandomProviderDefaultState) RandomStreams.initialization(SEED).saveState()).getState(),
                new RateSchedule.Plateau.Progress(1, 2, 3),
                new LastGood(6, 1.25, 3, numbers(weights, random)),
                null);
        return new Checkpoint(
                spec,
                subjectOf(spec, corpus),
                new TrainingSnapshot(config, SPLIT, state, notes(state.steps(), config)));
    }

    private static float[] numbers(int count, Random random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }

    /** A checkpoint after some steps, so that every bias, moment and state is something else than zero. */
    static Checkpoint trained(String cell, int steps) {
        Corpus corpus = corpus();
        try (Trainer trainer = trainer(spec(cell, corpus), config(OptimizerSpec.OptimizerKind.ADAM), corpus)) {
            for (int i = 0; i < steps; i++) {
                trainer.step();
            }
            return checkpoint(trainer, corpus);
        }
    }
}
