package unroll.task.library;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.corpus.Corpus;
import unroll.corpus.Split;
import unroll.task.Examples;
import unroll.task.InputOutput;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.TaskRequest;

/** Data of a task for a test. */
final class ExampleFixtures {
    static final long SEED = 1;

    private ExampleFixtures() {}

    static TaskData.ExampleSets data(String choice) {
        return (TaskData.ExampleSets) TaskConfig.parse(choice).data(TaskRequest.of(SEED, Split.DEFAULT));
    }

    static TaskData.ExampleSets data(String choice, Corpus text) {
        return (TaskData.ExampleSets) TaskConfig.parse(choice)
                .data(TaskRequest.of(SEED, Split.DEFAULT).withText(text));
    }

    /** Training, validation and test in turn. */
    static List<InputOutput> pairs(TaskData.ExampleSets data) {
        return Stream.of(data.training(), data.validation(), data.test())
                .flatMap(ExampleFixtures::pairs)
                .toList();
    }

    static List<InputOutput> pairs(String choice) {
        return pairs(data(choice));
    }

    private static Stream<InputOutput> pairs(Examples examples) {
        return IntStream.range(0, examples.size()).mapToObj(examples::pair);
    }
}
