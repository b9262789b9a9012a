package unroll.task.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import unroll.corpus.Split;
import unroll.message.ProblemException;
import unroll.task.Examples;
import unroll.task.InputOutput;
import unroll.task.Layout;
import unroll.task.Matcher;
import unroll.task.ReadingOrder;
import unroll.task.RnnType;
import unroll.task.TaskData;

class PartitionTest {
    private static final Split SPLIT = new Split(0.8, 0.1, 0.1);

    @Test
    void losesAndDoublesNothing() {
        List<InputOutput> pairs = IntStream.range(0, 100)
                .mapToObj(i -> new InputOutput("in" + i, "out"))
                .toList();
        TaskData.ExampleSets data = partition(RnnType.MANY_TO_MANY_UNEQUAL, pairs, 1);

        assertThat(data.training().size()).isEqualTo(80);
        assertThat(data.validation().size()).isEqualTo(10);
        assertThat(data.test().size()).isEqualTo(10);
        assertThat(all(data)).containsExactlyInAnyOrderElementsOf(pairs);
        assertThat(pairs(partition(RnnType.MANY_TO_MANY_UNEQUAL, pairs, 1).test()))
                .isEqualTo(pairs(data.test()));
        assertThat(pairs(partition(RnnType.MANY_TO_MANY_UNEQUAL, pairs, 2).test()))
                .isNotEqualTo(pairs(data.test()));
    }

    @Test
    void whatOccursTwiceStaysTogether() {
        List<InputOutput> pairs = IntStream.range(0, 200)
                .mapToObj(i -> new InputOutput("in" + i % 50, "out" + i))
                .toList();
        TaskData.ExampleSets data = partition(RnnType.MANY_TO_MANY_UNEQUAL, pairs, 3);

        List<String> trained =
                pairs(data.training()).stream().map(InputOutput::input).toList();
        assertThat(pairs(data.validation())).hasSize(20).noneMatch(pair -> trained.contains(pair.input()));
        assertThat(pairs(data.test())).hasSize(20).noneMatch(pair -> trained.contains(pair.input()));
    }

    @Test
    void aRareLabelIsLearnedAndTested() {
        List<InputOutput> pairs = new ArrayList<>(IntStream.range(0, 1_000)
                .mapToObj(i -> new InputOutput("in" + i, "often"))
                .toList());
        pairs.add(new InputOutput("a", "rare"));
        pairs.add(new InputOutput("b", "rare"));
        for (long seed = 0; seed < 20; seed++) {
            TaskData.ExampleSets data = partition(RnnType.MANY_TO_ONE, pairs, seed);

            assertThat(pairs(data.training()))
                    .as("seed %d", seed)
                    .anyMatch(pair -> pair.output().equals("rare"));
            assertThat(pairs(data.test()))
                    .as("seed %d", seed)
                    .anyMatch(pair -> pair.output().equals("rare"));
        }
    }

    @Test
    void refusesTooFew() {
        List<InputOutput> pairs = IntStream.range(0, 5)
                .mapToObj(i -> new InputOutput("in" + i, "out"))
                .toList();

        assertThatThrownBy(() -> partition(RnnType.MANY_TO_MANY_UNEQUAL, pairs, 1))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "With 5 examples, none is left for the validation part, whose share is 0.1; add examples or change the shares.");
    }

    private static TaskData.ExampleSets partition(RnnType type, List<InputOutput> pairs, long seed) {
        return new PairTask.Partition(type, pairs, type::heldOutSide, SPLIT, seed)
                .under(Layout.of(type, ReadingOrder.FORWARDS, pairs), Matcher.SAME);
    }

    private static List<InputOutput> all(TaskData.ExampleSets data) {
        return Stream.of(data.training(), data.validation(), data.test())
                .flatMap(part -> pairs(part).stream())
                .toList();
    }

    private static List<InputOutput> pairs(Examples examples) {
        return IntStream.range(0, examples.size()).mapToObj(examples::pair).toList();
    }
}
