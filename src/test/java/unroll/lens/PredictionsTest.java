package unroll.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.lens.Predictions.Prediction;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.task.AlphabetEntry;
import unroll.task.InputOutput;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.TaskRequest;
import unroll.task.score.TaskScore;
import unroll.train.Evaluator;
import unroll.train.Trainer;
import unroll.train.TrainingConfig;

class PredictionsTest {
    private static final long SEED = 5;

    private static TaskData.ExampleSets data(String task) throws Exception {
        return (TaskData.ExampleSets) TaskConfig.parse(task).data(TaskRequest.of(SEED, Split.DEFAULT));
    }

    private static Network network(TaskData.ExampleSets data) {
        NetworkSpec spec = new NetworkSpec("gru", data.layout().vocabularies(), 12, 1, Directions.UNIDIRECTIONAL, 0);
        return new Network(spec, RandomSource.XO_SHI_RO_256_PP.create(SEED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-symbol:examples=200", "depth:examples=200", "reber:examples=200"})
    void findsRightWhatTheMeasurementFindsRight(String task) throws Exception {
        TaskData.ExampleSets data = data(task);
        Network network = network(data);
        List<Prediction> all = new Predictions(network, data)
                .of(data.validation(), data.validation().size());
        TaskScore score =
                Evaluator.evaluate(network, data, SplitPart.VALIDATION, 1).score();
        assertThat(all).hasSize((int) score.exactMatch().asked());
        assertThat(all.stream().mapToLong(PredictionsTest::right).sum())
                .as("right symbols, seed %d", SEED)
                .isEqualTo(score.accuracy().right());
        assertThat(all.stream().filter(Prediction::exact).count())
                .isEqualTo(score.exactMatch().right());
    }

    @Test
    void findsWrittenAnswersExactAsTheMeasurementDoes() throws Exception {
        TaskData.ExampleSets data = data("addition:digits=1,examples=100");
        Network network = network(data);
        TrainingConfig config = TrainingConfig.DEFAULT.with(change -> {
            change.batch = 16;
            change.learningRate = 0.02;
        });
        try (Trainer trainer = new Trainer(network, data, config)) {
            for (int step = 0; step < 150; step++) {
                trainer.step();
            }
        }
        List<Prediction> all = new Predictions(network, data)
                .of(data.training(), data.training().size());
        TaskScore score = Evaluator.evaluate(network, data, SplitPart.TRAIN, 1).score();
        assertThat(all.stream().filter(Prediction::exact).count())
                .isEqualTo(score.exactMatch().right())
                .isPositive();
        assertThat(all).allSatisfy(each -> assertThat(each.predicted().size()).isBetween(1, each.asked()));
    }

    @Test
    void spreadsSomeOverAll() throws Exception {
        TaskData.ExampleSets data = data("depth:examples=200");
        List<Prediction> some = new Predictions(network(data), data).of(data.validation(), 4);
        int size = data.validation().size();
        assertThat(some)
                .extracting(Prediction::pair)
                .containsExactly(
                        data.validation().pair(0),
                        data.validation().pair(size / 4),
                        data.validation().pair(size / 2),
                        data.validation().pair(3 * size / 4));
    }

    private static long right(Prediction prediction) {
        return prediction.predicted().stream()
                .filter(Prediction.PredictedSymbol::right)
                .count();
    }

    @Test
    void anAnswerThatEndsEarlyIsNotExact() {
        Prediction early = new Prediction(
                new InputOutput("5+6", "11"),
                List.of(
                        new Prediction.PredictedSymbol(AlphabetEntry.character('1'), true),
                        new Prediction.PredictedSymbol(AlphabetEntry.MARK, false)),
                3);
        assertThat(early.exact()).isFalse();
        assertThat(right(early)).isEqualTo(1);
        assertThat(early.answer()).isEqualTo("1");
        Prediction shorter = new Prediction(
                new InputOutput("5+6", "11"),
                List.of(new Prediction.PredictedSymbol(AlphabetEntry.character('1'), true)),
                3);
        assertThat(shorter.exact()).isFalse();
    }
}
