package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.matrix.WorkerGroup.Share;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.RandomStreams;
import unroll.task.TaskData;

class WeightAverageTest {
    private static final long SEED = 11;

    @Test
    void reachesBackOverATenthOfTheStepsAndNoFurtherThanItsDecay() {
        double decay = 0.8;
        SplittableRandom random = new SplittableRandom(SEED);
        WeightAverage average = new WeightAverage(decay, 5);
        double[] mean = new double[5];

        assertThat(average.mean()).isNull();
        for (int step = 1; step <= 60; step++) {
            double past = Math.min(decay, (step - 1.0) / (step + 9));
            float[] weights = new float[5];
            for (int i = 0; i < 5; i++) {
                weights[i] = (float) random.nextDouble();
                mean[i] = past * mean[i] + (1 - past) * weights[i];
            }
            average.begin();
            average.add(weights, new Share(0, 3));
            average.add(weights, new Share(3, 5));
            for (int i = 0; i < 5; i++) {
                assertThat((double) average.mean()[i])
                        .as("weight %d after step %d, seed %d", i, step, SEED)
                        .isCloseTo(mean[i], within(1e-6));
            }
        }
        average.reset();
        assertThat(average.mean()).isNull();
    }

    private static Trainer trainer(double decay) {
        TrainingConfig config = TrainingConfig.DEFAULT.with(change -> {
            change.batch = 3;
            change.window = 5;
            change.threads = 2;
            change.learningRate = 0.05;
            change.weightAverage = decay;
        });
        Network network = new Network(new NetworkSpec("gru", 6, 7, 1, 0), RandomStreams.initialization(SEED));
        return new Trainer(
                network,
                new TaskData.Streams(
                        CorpusReader.ofText("text", "abc def ".repeat(60).replace('f', 'e')), new Split(0.8, 0.1, 0.1)),
                config);
    }

    @Test
    void leavesTrainingAsItIsAndIsWhatIsMeasuredAndSaved() {
        try (Trainer averaging = trainer(0.9);
                Trainer plain = trainer(0)) {
            for (int step = 0; step < 10; step++) {
                assertThat(averaging.step()).isEqualTo(plain.step());
            }
            double before = plain.validate().orElseThrow().loss();
            double measured = averaging.validate().orElseThrow().loss();
            float[] model = averaging.model().parameters().values();

            assertThat(measured).isNotEqualTo(before);
            assertThat(averaging.capture().modelWeights()).isEqualTo(model);
            assertThat(averaging.step()).as("after a validation").isEqualTo(plain.step());
            plain.setWeights(model);
            assertThat(plain.validate().orElseThrow().loss()).isEqualTo(measured);
        }
    }

    @Test
    void beginsAgainWhereOtherWeightsArePutIn() {
        try (Trainer trainer = trainer(0.9)) {
            trainer.step();
            trainer.step();
            float[] model = trainer.model().parameters().values();

            trainer.setWeights(model);

            assertThat(trainer.capture().average()).isNull();
            assertThat(trainer.model().parameters().values()).isEqualTo(model);
        }
    }
}
