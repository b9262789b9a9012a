package unroll.task.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import unroll.task.Batch;
import unroll.task.Example;
import unroll.task.InputOutput;
import unroll.task.TaskData;

/** First symbol, reversal, echo. */
class MemoryTest {
    @Test
    void theFirstSymbolIsAskedFor() {
        List<InputOutput> pairs = ExampleFixtures.pairs("first-symbol");

        assertThat(pairs).allMatch(pair -> pair.output().equals(pair.input().substring(0, 1)));
        assertThat(pairs.stream().mapToInt(pair -> pair.input().length()).max()).hasValue(40);
        assertThat(pairs.stream().mapToInt(pair -> pair.input().length()).min()).hasValue(10);
        assertThat(pairs.stream().filter(pair -> pair.input().length() == 40).count())
                .as("each of the 31 lengths about as often, of 20,000")
                .isBetween(550L, 750L);
        assertThat(pairs.stream().map(InputOutput::output).distinct().sorted().collect(Collectors.joining()))
                .isEqualTo("abcdefgh");
    }

    @Test
    void lettersAreReversed() {
        assertThat(ExampleFixtures.pairs("reversal:length=5,symbols=3"))
                .hasSize(3 + 9 + 27 + 81 + 243)
                .allMatch(pair ->
                        new StringBuilder(pair.input()).reverse().toString().equals(pair.output()));
    }

    @Test
    void anEchoIsAskedForAsLongAsThereIsOne() {
        TaskData.ExampleSets data = ExampleFixtures.data("echo:k=2,length=5,symbols=4");
        Example example = data.training().example(0);

        assertThat(example.inputs()).hasSize(7);
        for (int t = 0; t < 5; t++) {
            assertThat(example.targets()[t]).isEqualTo(example.inputs()[t + 2]);
        }
        assertThat(example.targets()[5]).isEqualTo(Batch.NO_TARGET);
        assertThat(example.targets()[6]).isEqualTo(Batch.NO_TARGET);
    }

    @Test
    void everyLetterOfAnEchoIsAsLikely() {
        int[] counts = new int[128];
        ExampleFixtures.pairs("echo").forEach(pair -> pair.output().chars().forEach(letter -> counts[letter]++));

        for (char letter = 'a'; letter <= 'h'; letter++) {
            // 100,000 letters of 8 kinds: 12,500 each, with a deviation of about 105.
            assertThat(counts[letter]).as("%c", letter).isBetween(12_000, 13_000);
        }
    }
}
