package unroll.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cells;
import unroll.corpus.Corpus;
import unroll.corpus.CorpusReader;
import unroll.corpus.Range;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.Batch;
import unroll.task.TaskData;
import unroll.train.Clipping;
import unroll.train.OptimizerSpec;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

/**
 * A whole run against a run worked out in doubles: streams, carried state, truncated backpropagation, clipping and update
 * over more than one epoch, with one worker and with several.
 */
class TrainerAgainstOracleTest {
    private static final long SEED = 31;
    private static final int BATCH = 5;
    private static final int WINDOW = 4;
    private static final int STEPS = 30;
    private static final double RATE = 0.5;
    /** Small enough to bite at many steps. */
    private static final double CLIP = 0.2;
    /** Rounding grows from update to update. */
    private static final double TOLERANCE = 1e-4;

    private static final Split SPLIT = new Split(0.8, 0.2, 0);

    static Stream<Arguments> cellsAndThreads() {
        return Cells.all().stream()
                .flatMap(cell -> Stream.of(1, 2, 3).map(threads -> Arguments.of(cell.name(), threads)));
    }

    @ParameterizedTest(name = "{0}, {1} threads")
    @MethodSource("cellsAndThreads")
    void everyStepOfARunIsTheOracles(String cell, int threads) {
        Corpus corpus = corpus();
        Network network = network(cell, corpus);
        PlainRun expected = new PlainRun(network, corpus);
        try (Trainer trainer = new Trainer(network, new TaskData.Streams(corpus, SPLIT), config(threads))) {
            assertThat(trainer.stepsPerEpoch()).isLessThan(STEPS);
            assertThat(trainer.validate().orElseThrow().loss())
                    .as("validation loss")
                    .isCloseTo(expected.validate(), within(TOLERANCE));
            for (int step = 0; step < STEPS; step++) {
                double loss = expected.step(step);
                Trainer.Step actual = trainer.step();
                assertThat(actual.loss())
                        .as("loss of step %d, seed %d", step, SEED)
                        .isCloseTo(loss, within(TOLERANCE));
                assertThat(actual.gradientNorm())
                        .as("gradient norm of step %d, seed %d", step, SEED)
                        .isCloseTo(expected.norm(), within(TOLERANCE));
            }
            assertThat(trainer.validate().orElseThrow().loss())
                    .as("validation loss")
                    .isCloseTo(expected.validate(), within(TOLERANCE));
        }
    }

    @ParameterizedTest(name = "{0}, {1} threads")
    @MethodSource("cellsAndThreads")
    void aRunRepeatsToTheLastBit(String cell, int threads) {
        assertThat(weightsAfterARun(cell, threads)).containsExactly(weightsAfterARun(cell, threads));
    }

    private static float[] weightsAfterARun(String cell, int threads) {
        Corpus corpus = corpus();
        Network network = network(cell, corpus);
        try (Trainer trainer = new Trainer(network, new TaskData.Streams(corpus, SPLIT), config(threads))) {
            for (int step = 0; step < STEPS; step++) {
                trainer.step();
            }
            return network.parameters().values().clone();
        }
    }

    private static Corpus corpus() {
        String text = new Random(SEED)
                .ints(550, 'a', 'j')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return CorpusReader.ofText("letters", text);
    }

    private static Network network(String cell, Corpus corpus) {
        NetworkSpec spec = new NetworkSpec(cell, corpus.vocabulary().size(), 11, 2, 0);
        return new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(SEED));
    }

    private static TrainingConfig config(int threads) {
        OptimizerSpec plainDescent = new OptimizerSpec(OptimizerSpec.OptimizerKind.SGD, 0, 0.95, 0.9, 0.999, 1e-8, 0);
        return TrainingConfig.PLAIN.with(change -> {
            change.batch = BATCH;
            change.window = WINDOW;
            change.optimizer = plainDescent;
            change.learningRate = RATE;
            change.clipping = Clipping.norm(CLIP);
            change.seed = SEED;
            change.threads = threads;
            change.validateEvery = 0;
            change.sampleEvery = 0;
            change.patience = 0;
        });
    }

    /** The same run in doubles. */
    private static final class PlainRun {
        private final Corpus corpus;
        private final OracleShape shape;
        private final OracleWeights weights;
        private final OracleNetwork network;
        private double[][][][] state;
        private double norm;

        PlainRun(Network start, Corpus corpus) {
            this.corpus = corpus;
            NetworkSpec spec = start.spec();
            shape = new OracleShape(OracleCells.of(spec.kind()), spec.inputs(), spec.hidden(), spec.layers());
            weights = OracleWeights.of(start.parameters());
            network = new OracleNetwork(shape, weights);
            state = OracleNetwork.zeroState(shape, BATCH);
        }

        /** Window by window along B streams of equal length; from the zero state at the head of every epoch. */
        double step(int step) {
            Range range = corpus.part(SPLIT, SplitPart.TRAIN);
            int stream = (range.length() - 1) / BATCH;
            int window = step % (stream / WINDOW);
            if (window == 0) {
                state = OracleNetwork.zeroState(shape, BATCH);
            }
            Batch batch = batch(range.from() + window * WINDOW, WINDOW, BATCH, stream);
            OracleNetwork.Forward forward = network.forward(batch, state);
            OracleNetwork.Gradient gradient = network.backward(batch, state);
            state = forward.last();
            update(gradient.weights());
            return forward.loss();
        }

        /** Column b reads from {@code from + b * stride} on. */
        private Batch batch(int from, int steps, int columns, int stride) {
            int[] inputs = new int[steps * columns];
            int[] targets = new int[steps * columns];
            for (int t = 0; t < steps; t++) {
                for (int b = 0; b < columns; b++) {
                    inputs[t * columns + b] = corpus.symbol(from + b * stride + t);
                    targets[t * columns + b] = corpus.symbol(from + b * stride + t + 1);
                }
            }
            return new Batch(steps, columns, inputs, targets);
        }

        private void update(OracleWeights gradient) {
            double square = 0;
            for (double[][] tensor : gradient.tensors().values()) {
                for (double[] row : tensor) {
                    square += Arrays.stream(row).map(g -> g * g).sum();
                }
            }
            norm = Math.sqrt(square);
            double factor = RATE * Math.min(1, CLIP / norm);
            weights.tensors().forEach((name, tensor) -> {
                for (int i = 0; i < tensor.length; i++) {
                    for (int j = 0; j < tensor[i].length; j++) {
                        tensor[i][j] -= factor * gradient.get(name)[i][j];
                    }
                }
            });
        }

        /** Before clipping, of the last step. */
        double norm() {
            return norm;
        }

        /** Every stream read through without windows, the last one shorter where they do not come out even. */
        double validate() {
            Range range = corpus.part(SPLIT, SplitPart.VALIDATION);
            int targets = range.length() - 1;
            int stream = (targets + BATCH - 1) / BATCH;
            double sum = 0;
            for (int from = 0; from < targets; from += stream) {
                int length = Math.min(stream, targets - from);
                Batch batch = batch(range.from() + from, length, 1, 0);
                sum += length
                        * network.forward(batch, OracleNetwork.zeroState(shape, 1))
                                .loss();
            }
            return sum / targets;
        }
    }
}
