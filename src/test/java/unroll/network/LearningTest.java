package unroll.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cell.Cell;
import unroll.cell.Cells;
import unroll.matrix.WorkerGroup;
import unroll.task.Batch;

/** What every cell must do as part of a network: begin without an opinion, memorize a batch, repeat itself. */
class LearningTest {
    private static final long SEED = 11;

    static Stream<Cell> cells() {
        return Cells.all().stream();
    }

    /** Inputs and targets that have nothing to do with each other: only memory of earlier steps tells them apart. */
    @ParameterizedTest
    @MethodSource("cells")
    void aBatchCanBeMemorized(Cell cell) {
        Batch batch = batch(8, 3, 5);
        for (int b = 0; b < batch.columns(); b++) {
            batch.inputs()[b] = b; // or two columns might begin alike and go on differently, which nobody can learn
        }
        Run run = new Run(network(cell, 5, 24, 2, 0), batch);

        double loss = run.loss();
        for (int step = 0; step < 2000 && loss > 0.005; step++) {
            loss = run.learn();
        }

        assertThat(loss).as("loss of %s, seed %d", cell.name(), SEED).isLessThan(0.01);
    }

    /** What tells the columns apart is an encoder's source alone, or the last symbol alone, which only one direction knows. */
    @ParameterizedTest
    @MethodSource("cells")
    void everyShapeMemorizesABatch(Cell cell) {
        NetworkSpec plain = new NetworkSpec(cell.name(), 5, 24, 1, 0);
        for (NetworkSpec spec : List.of(plain.with(Directions.BIDIRECTIONAL), plain.with(new Vocabularies(6, 5, 4)))) {
            Network network = new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(SEED));
            Batch batch = batch(6, 3, 4);
            Arrays.fill(batch.inputs(), 0);
            for (int b = 0; b < 3 && !spec.hasEncoder(); b++) {
                batch.inputs()[5 * 3 + b] = b;
            }
            int[] source = spec.hasEncoder() ? new int[] {-1, 5, -1, 0, 1, -1, 4, 4, 3} : new int[0];
            Run run = new Run(network, batch, source);

            double loss = run.loss();
            for (int step = 0; step < 2000 && loss > 0.005; step++) {
                loss = run.learn();
            }

            assertThat(loss).as("loss of %s, seed %d", spec, SEED).isLessThan(0.01);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void theSameSeedGivesTheSameBitsTwice(Cell cell) {
        Run once = new Run(network(cell, 7, 19, 3, 0.3), batch(9, 6, 7));
        Run again = new Run(network(cell, 7, 19, 3, 0.3), batch(9, 6, 7));

        for (int step = 0; step < 20; step++) {
            assertThat(once.learn())
                    .as("loss at step %d, %s, seed %d", step, cell.name(), SEED)
                    .isEqualTo(again.learn());
        }
        assertThat(once.weights()).containsExactly(again.weights());
    }

    /** The slope along the gradient is its length: with dropout too, as long as the masks are the same. */
    @ParameterizedTest
    @MethodSource("cells")
    void theGradientUnderDropoutIsThatOfTheMaskedNetwork(Cell cell) {
        Run run = new Run(network(cell, 6, 20, 3, 0.4), batch(6, 8, 6));
        float[] gradient = run.gradient();
        double length = Math.sqrt(square(gradient));
        float step = 2e-3f;

        double above = run.lossAlong(gradient, step / length);
        double below = run.lossAlong(gradient, -step / length);

        assertThat((above - below) / (2 * step) / length)
                .as("slope over length, %s, seed %d", cell.name(), SEED)
                .isCloseTo(1, within(2e-3));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void dropoutSilencesItsShareInTrainingAndNothingOtherwise(Cell cell) {
        Network plain = network(cell, 6, 20, 2, 0);
        Network dropping = new Network(
                new NetworkSpec(cell.name(), 6, 20, 2, 0.4), plain.parameters().values());
        Batch batch = batch(6, 8, 6);

        assertThat(new Run(dropping, batch).lossWithoutDropout()).isEqualTo(new Run(plain, batch).lossWithoutDropout());
        assertThat(new Run(dropping, batch).loss()).isNotEqualTo(new Run(plain, batch).loss());
    }

    private static Network network(Cell cell, int vocabulary, int hidden, int layers, double dropout) {
        NetworkSpec spec = new NetworkSpec(cell.name(), vocabulary, hidden, layers, dropout);
        return new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(SEED));
    }

    private static Batch batch(int steps, int columns, int vocabulary) {
        Random random = new Random(SEED);
        int[] inputs = random.ints(steps * columns, 0, vocabulary).toArray();
        int[] targets = random.ints(steps * columns, 0, vocabulary).toArray();
        return new Batch(steps, columns, inputs, targets);
    }

    private static double square(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    /** A network and the one batch it sees, always from the zero state and under the same dropout masks; Adam. */
    private static final class Run {
        private static final double RATE = 5e-3;

        private final Network network;
        private final Batch batch;
        private final int[] source;
        private final Unroll unroll;
        private final Parameters gradient;
        private final double[] mean;
        private final double[] meanSquare;
        private int steps;

        Run(Network network, Batch batch) {
            this(network, batch, new int[0]);
        }

        Run(Network network, Batch batch, int[] source) {
            this.network = network;
            this.batch = batch;
            this.source = source;
            Capacity capacity = new Capacity(source.length / batch.columns(), batch.steps(), batch.columns());
            this.unroll = new Unroll(network, capacity, WorkerGroup.ofOne());
            this.gradient = network.parameters().likeThis();
            this.mean = new double[weights().length];
            this.meanSquare = new double[weights().length];
        }

        float[] weights() {
            return network.parameters().values();
        }

        /** Nats per character. */
        double loss() {
            unroll.forward(source, batch.inputs(), zero(), worker -> RandomSource.XO_SHI_RO_256_PP.create(SEED));
            return finishLoss();
        }

        double lossWithoutDropout() {
            unroll.forward(source, batch.inputs(), zero(), null);
            return finishLoss();
        }

        private double finishLoss() {
            int targets = batch.targets().length;
            return unroll.loss(batch.targets(), 1f / targets) / targets;
        }

        private State zero() {
            return State.zero(network.spec(), batch.columns());
        }

        float[] gradient() {
            loss();
            unroll.backward(gradient, zero());
            return gradient.values().clone();
        }

        double lossAlong(float[] direction, double factor) {
            float[] before = weights().clone();
            float[] moved = network.parameters().edit();
            for (int i = 0; i < before.length; i++) {
                moved[i] += (float) (factor * direction[i]);
            }
            double loss = loss();
            System.arraycopy(before, 0, network.parameters().edit(), 0, before.length);
            return loss;
        }

        /** One update; the loss before it. */
        double learn() {
            double loss = loss();
            unroll.backward(gradient, zero());
            steps++;
            float[] weights = network.parameters().edit();
            for (int i = 0; i < mean.length; i++) {
                double g = gradient.values()[i];
                mean[i] = 0.9 * mean[i] + 0.1 * g;
                meanSquare[i] = 0.999 * meanSquare[i] + 0.001 * g * g;
                double m = mean[i] / (1 - Math.pow(0.9, steps));
                double v = meanSquare[i] / (1 - Math.pow(0.999, steps));
                weights[i] -= (float) (RATE * m / (Math.sqrt(v) + 1e-8));
            }
            return loss;
        }
    }
}
