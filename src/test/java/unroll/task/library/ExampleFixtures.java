package unroll.task.library;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.corpus.Corpus;
import unroll.corpus.Split;
import unroll.task.Examples;
import unroll.task.Pair;
import unroll.task.TaskConfig;
import unroll.task.TaskData;
import unroll.task.TaskRequest;

/** Data of a task for a test. */
final class ExampleFixtures {
    static final long SEED = 1;

    private ExampleFixtures() {}

    static TaskData.Examined data(String choice) {
        return (TaskData.Examined) TaskConfig.parse(choice).data(TaskRequest.of(SEED, Split.DEFAULT));
    }

    static TaskData.Examined data(String choice, Corpus text) {
        return (TaskData.Examined) TaskConfig.parse(choice)
                .data(TaskRequest.of(SEED, Split.DEFAULT).withText(text));
    }

    /** Training, validation and test in turn. */
    static List<Pair> pairs(TaskData.Examined data) {
        return Stream.of(data.training(), data.validation(), data.test())
                .flatMap(ExampleFixtures::pairs)
                .toList();
    }

    static List<Pair> pairs(String choice) {
        return pairs(data(choice));
    }

    private static Stream<Pair> pairs(Examples examples) {
        return IntStream.range(0, examples.size()).mapToObj(examples::pair);
    }
}
