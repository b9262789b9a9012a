package unroll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.corpus.CorpusReader;
import unroll.corpus.Split;
import unroll.corpus.SplitPart;
import unroll.matrix.WorkerGroup;
import unroll.network.Argmax;
import unroll.network.Capacity;
import unroll.network.Directions;
import unroll.network.Network;
import unroll.network.NetworkSpec;
import unroll.network.State;
import unroll.network.Unroll;
import unroll.task.Example;
import unroll.task.Examples;
import unroll.task.RandomStreams;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.TaskRequest;

/** Training on examples of every type: exact resume, and measuring against a walk through the examples one by one. */
class ExampleTrainerTest {
    private static final long SEED = 20_261_121;

    static Stream<String> tasks() {
        return Stream.of(
                "bigram",
                "binary-addition:examples=200",
                "window:window=7",
                "first-symbol:length=6,symbols=4,examples=300",
                "continuation:length=9",
                "names",
                "addition:digits=1,examples=100",
                "echo:examples=100");
    }

    private static TaskData.ExampleSets data(String task) throws Exception {
        TaskConfig choice = TaskConfig.parse(task);
        TaskRequest request = TaskRequest.of(SEED, new Split(0.8, 0.1, 0.1))
                .withText(CorpusReader.ofText("text", "a rose is a rose, and so on. ".repeat(30)));
        return (TaskData.ExampleSets) choice.data(request);
    }

    private static NetworkSpec spec(String task, TaskData data) {
        Directions directions =
                TaskConfig.parse(task).task().refusesBidirectional().isPresent()
                        ? Directions.UNIDIRECTIONAL
                        : Directions.BIDIRECTIONAL;
        return new NetworkSpec("gru", data.layout().vocabularies(), 9, 2, directions, 0.2);
    }

    private static TrainingConfig config(int batch) {
        return TrainingConfig.DEFAULT.with(change -> {
            change.batch = batch;
            change.learningRate = 0.01;
        });
    }

    private static Trainer trainer(String task, TaskData data) {
        Network network = new Network(spec(task, data), RandomStreams.initialization(SEED));
        return new Trainer(network, data, config(23));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void goesOnBitForBit(String task) throws Exception {
        TaskData data = data(task);
        try (Trainer whole = trainer(task, data);
                Trainer first = trainer(task, data);
                Trainer second = trainer(task, data)) {
            List<Trainer.Step> steps = steps(whole, 12);
            List<Trainer.Step> parts = steps(first, 5);
            second.restore(first.capture());
            parts.addAll(steps(second, 7));

            assertThat(parts).isEqualTo(steps);
            assertThat(second.capture().weights()).isEqualTo(whole.capture().weights());
        }
    }

    private static List<Trainer.Step> steps(Trainer trainer, int count) {
        List<Trainer.Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(trainer.step());
        }
        return steps;
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void learns(String task) throws Exception {
        TaskData data = data(task);
        try (Trainer trainer = trainer(task, data)) {
            double before = trainer.validate().orElseThrow().loss();
            steps(trainer, 60);
            assertThat(trainer.validate().orElseThrow().loss()).isLessThan(before);
        }
    }

    /** The witness reads each example by itself, without padding. */
    @ParameterizedTest
    @MethodSource("tasks")
    void measuresWhatAWalkThroughTheExamplesGives(String task) throws Exception {
        TaskData.ExampleSets data = data(task);
        Network network = new Network(spec(task, data), RandomStreams.initialization(SEED));
        Evaluation evaluation = Evaluator.evaluate(network, data, SplitPart.TEST, 2);

        Examples examples = data.test();
        double sum = 0;
        long asked = 0;
        long right = 0;
        long exact = 0;
        for (int index = 0; index < examples.size(); index++) {
            Example example = examples.example(index);
            Capacity capacity = new Capacity(example.source().length, example.inputs().length, 1);
            Unroll unroll = new Unroll(network, capacity, WorkerGroup.ofOne());
            unroll.forward(example.source(), example.inputs(), State.zero(network.spec(), 1), null);
            long rightHere = Evaluator.right(
                    Argmax.ofColumns(unroll.logits(), network.spec().outputs()), example.targets());
            sum += unroll.loss(example.targets(), 1);
            long askedHere = Arrays.stream(example.targets())
                    .filter(target -> target >= 0)
                    .count();
            asked += askedHere;
            right += rightHere;
            exact += rightHere == askedHere ? 1 : 0;
        }
        assertThat(evaluation.loss()).isCloseTo(sum / asked, within(1e-5));
        assertThat(evaluation.characters()).isEqualTo(asked);
        assertThat(evaluation.score().accuracy().right()).isEqualTo(right);
        assertThat(evaluation.score().exactMatch().right()).isEqualTo(exact);
        assertThat(evaluation.score().exactMatch().asked()).isEqualTo(examples.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 1000})
    void anyBatchFits(int batch) throws Exception {
        TaskData.ExampleSets data = data("addition:digits=1,examples=100");
        Network network = new Network(spec("addition", data), RandomStreams.initialization(SEED));
        try (Trainer trainer = new Trainer(network, data, config(batch))) {
            assertThat(trainer.stepsPerEpoch()).isEqualTo((data.training().size() + batch - 1) / batch);
            assertThat(trainer.step().loss()).isBetween(1.0, 5.0);
        }
    }

    @Test
    void aTextIsMeasuredInItsShareOfRightCharactersToo() throws Exception {
        TaskData data = new TaskData.Streams(CorpusReader.ofText("text", "ab".repeat(1_500)), new Split(0.8, 0.1, 0.1));
        NetworkSpec spec = new NetworkSpec("gru", 2, 8, 1, 0);
        TrainingConfig config = config(4);
        try (Trainer trainer = new Trainer(new Network(spec, RandomStreams.initialization(SEED)), data, config)) {
            steps(trainer, 80);
            Evaluation evaluation = trainer.validate().orElseThrow();
            assertThat(evaluation.loss()).isLessThan(0.1);
            assertThat(evaluation.score().accuracy().value()).isGreaterThan(0.97);
            assertThat(evaluation.score().accuracy().asked()).isEqualTo(299);
        }
    }
}
